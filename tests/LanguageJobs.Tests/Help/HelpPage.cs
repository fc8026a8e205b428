using System.Text.RegularExpressions;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Help;

/// <summary>A command's page in docs/en-US.</summary>
public sealed partial class HelpPage
{
    private HelpPage(string command, string text)
    {
        Command = command;
        Text = text;
        Parameters = [.. ParameterSection().Matches(Section("PARAMETERS")).SelectMany(Facts)];
        Examples = [.. ExampleSection().Matches(Section("EXAMPLES")).Select(match => new HelpExample(
            command, match.Groups["title"].Value, match.Groups["code"].Value, match.Groups["output"] is { Success: true } output ? output.Value : null))];
    }

    public string Command { get; }

    public string Text { get; }

    public ParameterFacts[] Parameters { get; }

    public HelpExample[] Examples { get; }

    public static string[] Commands =>
        [.. Directory.EnumerateFiles(Repository.PathOf("docs/en-US"), "*-*.md").Select(Path.GetFileNameWithoutExtension).Order()!];

    public static HelpPage Of(string command) => new(command, File.ReadAllText(Repository.PathOf("docs/en-US", command + ".md")));

    public string Section(string heading) =>
        Regex.Match(Text, $@"^## {heading}\n(?<body>.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline).Groups["body"].Value;

    private static IEnumerable<ParameterFacts> Facts(Match section) => YamlBlock().Matches(section.Groups["body"].Value).Select(block =>
        ParameterFacts.OfMarkdown(section.Groups["name"].Value, YamlLine().Matches(block.Groups["lines"].Value)
            .ToDictionary(line => line.Groups["key"].Value, line => line.Groups["value"].Value.Trim())));

    [GeneratedRegex(@"^### -(?<name>\w+)\n(?<body>.*?)(?=^### |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ParameterSection();

    [GeneratedRegex(@"^```yaml\n(?<lines>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex YamlBlock();

    [GeneratedRegex("^(?<key>[A-Z][^:]*):(?<value>.*)$", RegexOptions.Multiline)]
    private static partial Regex YamlLine();

    [GeneratedRegex(@"^### Example \d+: (?<title>[^\n]*)\n```powershell\n(?<code>.*?)\n```\n(\n```Output\n(?<output>.*?)\n```\n)?", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ExampleSection();
}
