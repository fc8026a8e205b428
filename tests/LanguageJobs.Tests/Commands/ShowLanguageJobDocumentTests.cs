using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Commands;

/// <summary>Documents with their entities marked, as objects and on a screen.</summary>
public class ShowLanguageJobDocumentTests
{
    private const string Texts = "-TextPath $examples/agreements";

    [Fact]
    public void A_document_has_its_text_and_its_entities_in_the_order_of_the_text()
    {
        var highlight = Run($"$job | Show-LanguageJobDocument {Texts} -DocumentId agreement-01").ThrowIfFailed().Of<LanguageHighlight>().Single();

        Assert.Equal(("2f9a6f0e-7c41-4d0b-9a55-1d3c8e6b4a10", "agreement terms", "agreement-01"), (highlight.JobId, highlight.TaskName, highlight.DocumentId));
        Assert.Equal(["4 March 2025", "Harbour Street Credit Union", "Lucía Ferrer", "EUR 12,500", "Rotterdam"], highlight.Entities.Select(entity => entity.Text));
        Assert.All(highlight.Entities, entity => Assert.Equal(entity.Text, highlight.Text!.Substring(entity.Offset, entity.Length)));
        Assert.Empty(highlight.Unplaced);
    }

    [Fact]
    public void Offsets_of_another_unit_become_those_of_the_text()
    {
        var result = Run("$job | Show-LanguageJobDocument -Text ([pscustomobject]@{ Id = 'a'; Text = '😀😀 Anna' })", """[{"text":"Anna","category":"Party","offset":3,"length":4,"confidenceScore":0.9}]""");

        Assert.Equal((5, 4), result.ThrowIfFailed().Of<LanguageHighlight>().Single().Entities.Select(entity => (entity.Offset, entity.Length)).Single());
    }

    [Fact]
    public void Rows_of_a_document_are_shown_together_and_no_others()
    {
        var shown = Run($"$job | Get-LanguageJobEntity -Category Party -ErrorAction Ignore | Show-LanguageJobDocument {Texts}").ThrowIfFailed().Of<LanguageHighlight>();

        Assert.Equal(["agreement-01", "agreement-02", "agreement-03", "agreement-05", "agreement-06"], shown.Select(highlight => highlight.DocumentId));
        Assert.All(shown, highlight => Assert.All(highlight.Entities, entity => Assert.Equal("Party", entity.Category)));
    }

    [Fact]
    public void Whoever_wants_one_document_gets_one() =>
        Assert.Single(Run($"$job | Show-LanguageJobDocument {Texts} | Select-First").Of<LanguageHighlight>());

    [Fact]
    public void A_document_that_failed_is_one_error()
    {
        var (record, id) = Run($"$job | Show-LanguageJobDocument {Texts}").SingleError();

        Assert.Equal("InvalidDocument", id);
        Assert.Equal("agreement-04", Assert.IsType<LanguageJobError>(record.TargetObject).DocumentId);
    }

    [Fact]
    public void Texts_that_are_missing_are_one_warning_and_their_entities_are_listed()
    {
        var result = Run("$job | Show-LanguageJobDocument -TextPath $examples/agreements/agreement-01.txt -ErrorAction Ignore");

        Assert.Equal(
            ["No text was found for these documents, so their entities are listed without it: 'agreement-02', 'agreement-03', 'agreement-05', 'agreement-06'."], result.Warnings);
        Assert.Equal([0, 5, 5, 3, 5], result.Of<LanguageHighlight>().Select(highlight => highlight.Unplaced.Length));
    }

    [Fact]
    public void Without_any_texts_one_warning_says_how_to_give_them()
    {
        var result = Run("$job | Show-LanguageJobDocument -ErrorAction Ignore");

        Assert.Equal(["No texts were given, so entities are listed without them. Use -TextPath or -Text to add the texts."], result.Warnings);
        Assert.Equal(5, result.Output.Length);
    }

    [Fact]
    public void Classes_need_no_text() =>
        Assert.Empty(Run("Import-LanguageJob $examples/article-topics.json | Show-LanguageJobDocument").ThrowIfFailed().Warnings);

    [Fact]
    public void In_the_text_of_another_document_entities_are_listed_instead()
    {
        var highlight = Run("$job | Show-LanguageJobDocument -Text ([pscustomobject]@{ Id = 'agreement-01'; Text = 'Something else.' }) -DocumentId agreement-01")
            .ThrowIfFailed().Of<LanguageHighlight>().Single();

        Assert.Empty(highlight.Entities);
        Assert.Equal(5, highlight.Unplaced.Length);
        Assert.Equal(52, highlight.Unplaced[0].Offset);
    }

    [Fact]
    public void Saved_and_read_again_it_is_the_same()
    {
        const string saved = "[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($shown, 1))";
        var highlight = Run($"$shown = $job | Show-LanguageJobDocument {Texts} -DocumentId agreement-01; {saved}").ThrowIfFailed().Of<LanguageHighlight>().Single();

        Assert.Equal("Rotterdam", highlight.Entities[4].Text);
        Assert.StartsWith("This loan agreement", highlight.Text);
    }

    [Theory]
    [InlineData(40, "This loan agreement is made on [4 March")]
    [InlineData(80, "This loan agreement is made on [4 March 2025](Date 0.97) between [Harbour")]
    [InlineData(200, "This loan agreement is made on [4 March 2025](Date 0.97) between [Harbour Street Credit Union](Party 0.91) and [Lucía Ferrer](Party 0.88). The credit union lends [EUR 12,500](Amount 0.98), to be paid")]
    public void On_a_screen_lines_are_as_long_as_there_is_room(int width, string line)
    {
        var host = new ScreenHost(width);
        Run($"$job | Show-LanguageJobDocument {Texts} -DocumentId agreement-01 | Out-Default", host: host).ThrowIfFailed();

        Assert.Contains(line, host.Lines);
        Assert.Contains("Date 1  Party 2  Amount 1  Place 1", host.Lines);
    }

    [Fact]
    public void Colors_are_shown_where_they_are_asked_for_and_taken_out_they_leave_the_plain_form()
    {
        var (ansi, plain) = (Screen("Ansi"), Screen("PlainText"));

        Assert.Contains("\u001b[36m[\u001b[0m\u001b[1;36m4 March 2025\u001b[0m\u001b[36m](Date 0.97)\u001b[0m", ansi, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', plain);
        Assert.Equal(plain, System.Text.RegularExpressions.Regex.Replace(ansi, "\u001b\\[[0-9;]*m", ""));

        static string Screen(string rendering)
        {
            var host = new ScreenHost(80);
            Run($"$PSStyle.OutputRendering = '{rendering}'; $job | Show-LanguageJobDocument {Texts} -DocumentId agreement-01 | Out-Default", host: host).ThrowIfFailed();
            return host.Text;
        }
    }

    [Fact]
    public void Sequences_in_a_text_do_not_reach_the_screen()
    {
        var host = new ScreenHost(80);
        Run("""
            $evil = "$([char]27)]0;owned$([char]7) $([char]0x9b)2J"
            $job | Show-LanguageJobDocument -Text ([pscustomobject]@{ Id = 'a'; Text = $evil }) | Out-Default
            """, """[{"text":"\u001b[2J","category":"\u001b[31mC","offset":90,"length":4,"confidenceScore":0.9}]""", host).ThrowIfFailed();

        Assert.DoesNotContain('\u009b', host.Text);
        Assert.DoesNotContain("\u001b]", host.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[2J", host.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[31m", host.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_pipeline_shows_nothing() => Assert.Empty(Run("@() | Show-LanguageJobDocument").ThrowIfFailed().Output);

    private static RunResult Run(string script, string? entities = null, ScreenHost? host = null)
    {
        using var session = new PowerShellSession(host);
        using var file = new TemporaryFile(Body(entities ?? "[]"));
        var job = entities is null ? "$examples/agreement-entities.json" : $"'{file.Path}'";
        return session.With("examples", Repository.PathOf("examples/jobs"))
            .Run($"function Select-First {{ process {{ $_; break }} }}\n$job = Import-LanguageJob {job}\n{script}");
    }

    private static string Body(string entities) => $$$"""
        {"jobId":"j","status":"succeeded","errors":[],"tasks":{"completed":1,"failed":0,"inProgress":0,"total":1,"customEntityRecognitionTasks":[
         {"taskName":"ner","state":"succeeded","results":{"documents":[{"id":"a","entities":{{{entities}}},"warnings":[]}],"errors":[]}}]}}
        """;
}
