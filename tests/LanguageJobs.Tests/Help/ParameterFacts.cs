using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using System.Security;
using System.Xml.Linq;

namespace LanguageJobs.Tests.Help;

/// <summary>What code, Markdown and MAML each say of a parameter, in the words of Markdown.</summary>
public sealed record ParameterFacts(
    string Name, string Type, string Aliases, bool Required, string Position, string Pipeline, bool Wildcards, string Default)
{
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>One for each parameter, and more where it differs between parameter sets.</summary>
    public static IEnumerable<ParameterFacts> OfCode(CmdletInfo command)
    {
        var defaults = Activator.CreateInstance(command.ImplementingType)!;
        // WhatIf and Confirm are switches of the engine's.
        var own = command.ImplementingType.GetProperties().Where(property => property.IsDefined(typeof(ParameterAttribute))).ToDictionary(property => property.Name);
        return command.ParameterSets.SelectMany(set => set.Parameters)
            .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name))
            .Select(parameter => new ParameterFacts(
                parameter.Name,
                TypeName(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType),
                string.Join(", ", parameter.Aliases),
                parameter.IsMandatory,
                parameter.Position < 0 ? "Named" : parameter.Position.ToString(CultureInfo.InvariantCulture),
                Pipe(parameter),
                parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any(),
                own.TryGetValue(parameter.Name, out var property) ? Text(property.GetValue(defaults)) : "False"))
            .Distinct();
    }

    public static ParameterFacts OfMarkdown(string name, IReadOnlyDictionary<string, string> block) => new(
        name,
        block["Type"],
        block["Aliases"],
        bool.Parse(block["Required"]),
        block["Position"],
        block["Accept pipeline input"],
        bool.Parse(block["Accept wildcard characters"]),
        block["Default value"]);

    public static ParameterFacts OfMaml(XElement parameter) => new(
        parameter.Element(Maml + "name")!.Value,
        parameter.Element(Dev + "type")!.Element(Maml + "name")!.Value,
        parameter.Attribute("aliases")!.Value is var aliases && aliases == "none" ? "" : aliases,
        (bool)parameter.Attribute("required")!,
        parameter.Attribute("position")!.Value is var position && position == "named" ? "Named" : position,
        parameter.Attribute("pipelineInput")!.Value,
        (bool)parameter.Attribute("globbing")!,
        parameter.Element(Dev + "defaultValue")!.Value);

    /// <summary>The parameters of one command in a MAML file.</summary>
    public static IEnumerable<ParameterFacts> OfMaml(XDocument maml, string command) => maml.Descendants(Command + "command")
        .Single(element => element.Descendants(Command + "name").First().Value == command)
        .Element(Command + "parameters")!.Elements(Command + "parameter").Select(OfMaml);

    private static string TypeName(Type type) => type == typeof(SwitchParameter) ? "SwitchParameter" : type.Name;

    private static string Pipe(CommandParameterInfo parameter) => (parameter.ValueFromPipelineByPropertyName, parameter.ValueFromPipeline) switch
    {
        (true, true) => "True (ByPropertyName, ByValue)",
        (true, false) => "True (ByPropertyName)",
        (false, true) => "True (ByValue)",
        _ => "False",
    };

    // What an absent value is made of shows nothing to a reader.
    private static string Text(object? value) => value switch
    {
        null or "" or SecureString or PSCredential or IEnumerable and not string => "None",
        SwitchParameter => "False",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
