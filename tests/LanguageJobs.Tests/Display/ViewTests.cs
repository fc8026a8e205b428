using System.Text.RegularExpressions;
using System.Xml.Linq;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Display;

/// <summary>What a person sees: objects on a screen of a given width, drawn by the real engine.</summary>
public class ViewTests
{
    private const string Partial = "e96b2d04-1f7a-4c58-b3d1-60c84a2f5e97";

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(200)]
    public void A_job_is_one_line_with_its_whole_id(int width)
    {
        var lines = Show(width, "$jobs");

        Assert.StartsWith("JobId", lines[0]);
        Assert.Contains($"{Partial} partiallyCompleted   1/2      3   expired", string.Join("\n", lines));
        Assert.Equal(2 + 7, lines.Length);
        Assert.All(lines, line => Assert.True(line.Length <= width, line));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(200)]
    public void Entities_stand_under_their_job_and_task(int width)
    {
        var lines = Show(width, "$jobs | Get-LanguageJobEntity -DocumentId agreement-01 -ErrorAction Ignore");

        Assert.Equal("   Job: 2f9a6f0e-7c41-4d0b-9a55-1d3c8e6b4a10, task agreement terms", lines[0]);
        Assert.Matches(@"^DocumentId +Category +Confidence Offset Text$", lines[1]);
        Assert.Contains(lines, line => Regex.IsMatch(line, @"^agreement-01 +Party +0\.88 +84 Lucía Ferrer$"));
        Assert.Contains("   Job: d1a5f7b8-94c3-4e2d-a07b-3f68c05e9b42, task parties", lines);
    }

    [Fact]
    public void A_document_shows_its_classes_or_how_many_entities_it_has()
    {
        var lines = Show(80, "$jobs | Get-LanguageJobDocument -DocumentId oat-prices, agreement-02 -ErrorAction Ignore");

        Assert.Contains(lines, line => Regex.IsMatch(line, @"^oat-prices +0 +0 Economy \(0\.87\), Food \(0\.74\)$"));
        Assert.Contains(lines, line => Regex.IsMatch(line, @"^agreement-02 +5 +0$"));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public void No_table_cuts_anything(int width)
    {
        const string id = "invoices/2026/03/a-scan-whose-name-somebody-made-very-long-indeed-0001.txt";
        using var file = new TemporaryFile(Bodies.V3(new string('7', 60), documentIds: [id], errors: $"[{Bodies.DocumentError(id + "-2")}]"));

        var seen = string.Concat(Show(width, $$"""
            $job = Import-LanguageJob '{{file.Path}}'
            $job | Out-Default
            $job | Get-LanguageJobDocument -ErrorAction Ignore | Out-Default
            $job | Get-LanguageJobEntity -ErrorAction Ignore | Out-Default
            $job | Get-LanguageJobError | Out-Default
            """));

        Assert.DoesNotContain('…', seen);
        Assert.DoesNotContain("...", seen);
    }

    [Fact]
    public void What_the_service_left_out_is_left_out_of_lists()
    {
        using var file = new TemporaryFile(Bodies.V3("j", documentIds: ["1"]));

        var lines = ShowAsList($"Import-LanguageJob '{file.Path}' | Get-LanguageJobEntity");

        Assert.Equal(
            ["JobId", "TaskName", "TaskKind", "DocumentId", "Text", "Category", "Offset", "Length", "ConfidenceScore"],
            lines.Select(line => line.Split(':')[0].Trim()));
    }

    [Fact]
    public void A_list_of_a_job_says_how_far_it_is_and_when_its_results_go()
    {
        var lines = ShowAsList("$jobs | Where-Object DisplayName -eq 'Tickets of Tuesday'");

        Assert.Contains("ExpiresIn          : expired", lines);
        Assert.Contains("Failed             : 1", lines);
        Assert.Contains("Tasks              : CustomEntityRecognition 'terms' (succeeded)", lines);
        Assert.Contains("                     CustomSingleLabelClassification 'queue' (failed)", lines);
        Assert.Contains("Errors             : 3", lines);
    }

    [Theory]
    [InlineData("Ansi", true)]
    [InlineData("PlainText", false)]
    // The tests' own output is redirected.
    [InlineData("Host", false)]
    public void Status_has_a_color_where_colors_are_shown(string rendering, bool colored)
    {
        var host = new ScreenHost(80);
        using var session = Session(host);

        session.Run($"$PSStyle.OutputRendering = '{rendering}'; $jobs | Out-Default").ThrowIfFailed();

        Assert.Equal(colored, host.Text.Contains("\u001b[33mpartiallyCompleted\u001b[0m"));
        Assert.Equal(colored, host.Text.Contains("\u001b[32msucceeded\u001b[0m"));
    }

    [Fact]
    public void The_status_itself_is_never_colored()
    {
        using var session = Session(new ScreenHost(80));

        var words = session.Run("$PSStyle.OutputRendering = 'Ansi'; $jobs | ForEach-Object Status").ThrowIfFailed().Of<string>();

        Assert.All(words, word => Assert.DoesNotContain('\u001b', word));
    }

    [Fact]
    public void Views_hold_under_strict_mode_and_for_deserialized_objects()
    {
        var host = new ScreenHost(80);
        using var session = Session(host);
        session.Run("$jobs | Out-Default").ThrowIfFailed();
        var live = host.Text;

        var copies = new ScreenHost(80);
        using var other = Session(copies);
        other.Run("""
            Set-StrictMode -Version Latest
            $copies = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($jobs, 1))
            $copies | Out-Default
            """).ThrowIfFailed();

        Assert.Equal(live, copies.Text);
    }

    [Fact]
    public void A_job_stays_whole_in_the_serializer_and_its_time_left_stays_true()
    {
        using var session = Session(new ScreenHost(80));

        var result = session.Run("""
            $copies = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($jobs, 1))
            $copies[0].Tasks[0].Documents[0].Entities[0].Text
            $copies[0].psobject.Properties['ExpiresIn'].MemberType.ToString()
            """).ThrowIfFailed();

        Assert.Equal(["Harbour Street Credit Union", "CodeProperty"], result.Of<string>());
    }

    [Fact]
    public void What_only_views_need_is_neither_listed_nor_saved()
    {
        using var session = Session(new ScreenHost(80));

        var rows = session.Run("$jobs; $jobs | Get-LanguageJobEntity -ErrorAction Ignore").ThrowIfFailed().Output;

        Assert.All(rows, row => Assert.DoesNotContain(row.Properties, property => property.Name is "ConfidenceText" or "StatusText" or "Origin"));
        Assert.DoesNotContain("ConfidenceText", System.Management.Automation.PSSerializer.Serialize(rows[^1]));
    }

    [Fact]
    public void The_serializer_keeps_every_property_of_a_type()
    {
        var sets = XDocument.Load(Repository.PathOf("src/LanguageJobs/LanguageJobs.Types.ps1xml")).Descendants("ReferencedProperties").ToArray();

        Assert.NotEmpty(sets);
        Assert.All(sets, set =>
        {
            var type = typeof(LanguageJob).Assembly.GetType(set.Ancestors("Type").Single().Element("Name")!.Value, throwOnError: true)!;
            Assert.Equal(type.GetProperties().Select(property => property.Name).Order(), set.Elements("Name").Select(name => name.Value).Order());
        });
    }

    [Fact]
    public void Every_public_type_has_a_table_and_a_list_alive_or_deserialized()
    {
        var views = XDocument.Load(Repository.PathOf("src/LanguageJobs/LanguageJobs.Format.ps1xml")).Descendants("View").ToArray();
        var shown = typeof(LanguageJob).Assembly.GetExportedTypes()
            .Where(type => type is { Namespace: "LanguageJobs", IsClass: true } && !typeof(Exception).IsAssignableFrom(type))
            // A list is shown item by item.
            .Where(type => !typeof(System.Collections.IEnumerable).IsAssignableFrom(type));

        foreach (var type in shown)
        {
            // A highlighted document is drawn instead.
            foreach (var control in new[] { type == typeof(LanguageHighlight) ? "CustomControl" : "TableControl", "ListControl" })
            {
                Assert.True(
                    views.Any(view => view.Element(control) is not null
                        && view.Descendants("TypeName").Select(name => name.Value).SequenceEqual([type.FullName!, "Deserialized." + type.FullName])),
                    $"{type.Name} has no {control}");
            }
        }
    }

    private static string[] Show(int width, string script)
    {
        var host = new ScreenHost(width);
        using var session = Session(host);
        session.Run($"& {{ {script} }} | Out-Default").ThrowIfFailed();
        return host.Lines;
    }

    /// <summary>What Format-List would show: the engine here has no such command, but it draws a view that comes first.</summary>
    private static string[] ShowAsList(string script)
    {
        using var folder = new TemporaryFile("");
        var formatFile = ListsIn(folder.Folder);
        var host = new ScreenHost(80);
        using var session = Session(host, formatFile);
        session.Run($"{script} | Out-Default").ThrowIfFailed();
        return host.Lines;
    }

    /// <summary>Writes a format file that has the lists alone.</summary>
    internal static string ListsIn(string folder)
    {
        var lists = XDocument.Load(Repository.PathOf("src/LanguageJobs/LanguageJobs.Format.ps1xml"));
        lists.Descendants("View").Where(view => view.Element("ListControl") is null).Remove();
        var file = Path.Combine(folder, "Lists.Format.ps1xml");
        lists.Save(file);
        return file;
    }

    private static PowerShellSession Session(ScreenHost host, string? formatFile = null)
    {
        var session = new PowerShellSession(host, formatFile);
        session.Run($"$jobs = Import-LanguageJob '{Repository.PathOf("examples/jobs")}/*.json'").ThrowIfFailed();
        return session;
    }
}
