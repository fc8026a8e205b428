using System.Text.RegularExpressions;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests;

/// <summary>Commands may use Service, Service may use Wire, Wire may use Model; never the other way.</summary>
public partial class ArchitectureTests
{
    private static readonly string[] Layers = ["Model", "Wire", "Service", "Commands"];

    public static TheoryData<string, string> Upwards()
    {
        var pairs = new TheoryData<string, string>();
        for (var low = 0; low < Layers.Length; low++)
        {
            for (var high = low + 1; high < Layers.Length; high++)
                pairs.Add(Layers[low], Layers[high]);
        }
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Upwards))]
    public void No_type_of_a_lower_part_names_a_higher_one(string low, string high)
    {
        var higher = Sources(high).SelectMany(source => TypeName().Matches(source.Text).Select(match => match.Groups[1].Value)).ToHashSet();
        Assert.NotEmpty(higher);

        var offences = Sources(low).SelectMany(source => Word().Matches(source.Text).Select(match => match.Value)
            .Where(higher.Contains).Distinct().Select(name => $"{source.Name} names {name}"));

        Assert.Empty(offences);
    }

    [Theory]
    [InlineData("Model", "System.Text.Json|System.Net|System.Management.Automation|HttpClient|Utf8Json")]
    [InlineData("Wire", "System.Net|System.Management.Automation|HttpClient")]
    [InlineData("Service", "System.Management.Automation|PSObject")]
    [InlineData("Commands", "System.Text.Json|Utf8Json|HttpClient|JsonException")]
    public void A_part_knows_nothing_of_what_is_not_its_own(string layer, string strangers) =>
        Assert.Empty(Sources(layer).Where(source => Regex.IsMatch(source.Text, strangers)).Select(source => source.Name));

    // Comments may name anything.
    private static (string Name, string Text)[] Sources(string layer) =>
        [.. Directory.EnumerateFiles(Repository.PathOf("src", "LanguageJobs", layer), "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path.GetFileName(file), Comment().Replace(File.ReadAllText(file), "")))];

    [GeneratedRegex(@"//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b(?:class|struct|record|enum|interface)\s+(?:struct\s+|class\s+)?(\w+)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\b[A-Z]\w+\b")]
    private static partial Regex Word();
}
