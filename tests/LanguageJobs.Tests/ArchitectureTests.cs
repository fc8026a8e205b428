using System.Text.RegularExpressions;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests;

/// <summary>
/// The module's parts and what each may use: Commands → Runs → Service → Wire → Model; Commands → Reporting → Scoring → Labels → Texts;
/// Storage beside Service, above Wire. A part may use those below it, straight or past a neighbour, never the other way.
/// </summary>
public partial class ArchitectureTests
{
    private const string PowerShell = "System.Management.Automation|PSObject";
    private const string Http = @"System\.Net\b|HttpClient";
    private const string Json = "System.Text.Json|Utf8Json|JsonException";
    private const string Files = @"FileStream|File\.(?:Open|Read|Write|Exists|Delete|Move|Replace)|Directory\.";

    // What each part may use, itself apart. A part that has no folder yet has nothing to check.
    private static readonly Dictionary<string, string[]> Below = new()
    {
        ["Model"] = [],
        ["Texts"] = ["Model"],
        ["Wire"] = ["Model"],
        ["Labels"] = ["Texts", "Model"],
        ["Scoring"] = ["Labels", "Texts", "Model"],
        ["Reporting"] = ["Scoring", "Labels", "Texts", "Model"],
        ["Service"] = ["Wire", "Model"],
        ["Storage"] = ["Wire", "Model"],
        ["Runs"] = ["Service", "Storage", "Wire", "Model"],
        ["Commands"] = ["Runs", "Service", "Storage", "Wire", "Reporting", "Scoring", "Labels", "Texts", "Model"],
    };

    private static readonly Dictionary<string, string> Strangers = new()
    {
        ["Model"] = $"{Json}|{Http}|{PowerShell}|{Files}",
        ["Wire"] = $"{Http}|{PowerShell}|{Files}",
        ["Service"] = PowerShell,
        ["Storage"] = $"{Http}|{PowerShell}",
        ["Runs"] = PowerShell,
        ["Texts"] = $"{Http}|{PowerShell}",
        ["Labels"] = $"{Http}|{PowerShell}",
        ["Scoring"] = $"{Files}|{Http}|{PowerShell}",
        ["Reporting"] = $"{Http}|{PowerShell}",
        ["Commands"] = $"{Json}|HttpClient",
    };

    public static IEnumerable<object[]> Upwards() =>
        from part in Below
        from other in Below.Keys
        where other != part.Key && !part.Value.Contains(other)
        select new object[] { part.Key, other };

    [Theory]
    [MemberData(nameof(Upwards))]
    public void No_type_of_a_part_names_one_that_it_may_not_use(string part, string other)
    {
        var forbidden = Sources(other).SelectMany(source => TypeName().Matches(source.Text).Select(match => match.Groups[1].Value)).ToHashSet();

        var offences = Sources(part).SelectMany(source => Word().Matches(source.Text).Select(match => match.Value)
            .Where(forbidden.Contains).Distinct().Select(name => $"{source.Name} names {name}"));

        Assert.Empty(offences);
    }

    [Theory]
    [InlineData("Model")]
    [InlineData("Wire")]
    [InlineData("Service")]
    [InlineData("Storage")]
    [InlineData("Runs")]
    [InlineData("Texts")]
    [InlineData("Labels")]
    [InlineData("Scoring")]
    [InlineData("Reporting")]
    [InlineData("Commands")]
    public void A_part_knows_nothing_of_what_is_not_its_own(string part) =>
        Assert.Empty(Sources(part).Where(source => Regex.IsMatch(source.Text, Strangers[part])).Select(source => source.Name));

    [Fact]
    public void Every_folder_of_the_module_is_one_of_the_parts() => Assert.Empty(
        Directory.EnumerateDirectories(Module).Select(Path.GetFileName).Except([.. Below.Keys, "Runtime", "en-US", "bin", "obj"]));

    [Fact]
    public void The_folder_of_the_commands_holds_cmdlets_alone() => Assert.All(
        Directory.EnumerateFiles(Path.Combine(Module, "Commands"), "*.cs"),
        file => Assert.Contains("[Cmdlet(", File.ReadAllText(file)));

    private static string Module => Repository.PathOf("src", "LanguageJobs");

    // Comments may name anything.
    private static (string Name, string Text)[] Sources(string part)
    {
        var folder = Path.Combine(Module, part);
        return !Directory.Exists(folder) ? [] : [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path.GetFileName(file), Comment().Replace(File.ReadAllText(file), "")))];
    }

    [GeneratedRegex(@"//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b(?:class|struct|record|enum|interface)\s+(?:struct\s+|class\s+)?(\w+)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\b[A-Z]\w+\b")]
    private static partial Regex Word();
}
