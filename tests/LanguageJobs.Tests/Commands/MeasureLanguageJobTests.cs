using System.Management.Automation;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>Jobs and rows held against labels, as a user does it.</summary>
public class MeasureLanguageJobTests
{
    private const string Labels = """
        {"projectKind":"CustomEntityRecognition","documents":[
          {"location":"1.txt","dataset":"Test","entities":[{"regionOffset":0,"regionLength":30,"labels":[{"category":"thing","offset":0,"length":9},{"category":"place","offset":12,"length":3}]}]},
          {"location":"2.txt","dataset":"Train","entities":[{"regionOffset":0,"regionLength":30,"labels":[{"category":"thing","offset":0,"length":9}]}]}]}
        """;

    private static readonly string Job = Bodies.V3("j", documentIds: ["1", "2"]);

    [Fact]
    public void A_job_is_scored_against_a_file_with_labels()
    {
        var scores = Measure("$job").ThrowIfFailed().Of<LanguageScore>();

        Assert.Equal(["place", "thing", "Micro", "Macro", "Weighted"], scores.Select(score => score.Category ?? $"{score.Average}"));
        Assert.Equal([(0, 0.0), (2, 1.0), (2, 0.8)], scores[..3].Select(score => (score.TruePositives!.Value, score.F1)));
        Assert.All(scores, score => Assert.Equal(("ner", "CustomEntityRecognition", LanguageMatch.Exact), (score.TaskName, score.TaskKind, score.Match)));
    }

    [Theory]
    [InlineData("$job")]
    [InlineData("$job.Tasks")]
    [InlineData("$job.Tasks.Documents")]
    [InlineData("($job | Get-LanguageJobEntity)")]
    [InlineData("($job | Get-LanguageJobEntity | ForEach-Object { [pscustomobject]@{ DocumentId = $_.DocumentId; Category = $_.Category; Offset = \"$($_.Offset)\"; Length = \"$($_.Length)\" } })")]
    [InlineData("($job | Get-LanguageJobEntity | ForEach-Object { @{ DocumentId = $_.DocumentId; Category = $_.Category; Offset = $_.Offset; Length = $_.Length } })")]
    [InlineData("[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($job, 1))")]
    [InlineData("@([Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize(@($job | Get-LanguageJobEntity), 1)))")]
    public void Jobs_parts_and_rows_give_the_same_scores(string results) =>
        Assert.Equal(0.8, Measure($"{results} | Where-Object {{ $true }}").ThrowIfFailed().Of<LanguageScore>().Single(score => score.Average == LanguageAverage.Micro).F1);

    [Theory]
    [InlineData("$labels")]
    [InlineData("(Import-LanguageLabel $labels)")]
    [InlineData("([IO.FileInfo]::new($labels))")]
    [InlineData("(Import-LanguageLabel $labels | ForEach-Object { [pscustomobject]@{ DocumentId = $_.DocumentId; Category = $_.Category; Offset = \"$($_.Offset)\"; Length = \"$($_.Length)\" } })")]
    [InlineData("([Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize(@(Import-LanguageLabel $labels), 1)))")]
    public void Labels_may_be_files_or_objects(string labels) => Assert.Equal(
        0.8, Run($"$job | Measure-LanguageJob -Label {labels}").ThrowIfFailed().Of<LanguageScore>().Single(score => score.Average == LanguageAverage.Micro).F1);

    [Fact]
    public void Each_threshold_has_rows_of_its_own_from_one_reading()
    {
        var scores = Measure("$job", "-Threshold 0.5, 0.95").ThrowIfFailed().Of<LanguageScore>();

        Assert.Equal([(0.5, 2), (0.95, 0)], scores.Where(score => score.Category == "thing").Select(score => (score.Threshold!.Value, score.TruePositives!.Value)));
    }

    [Fact]
    public void A_confusion_matrix_comes_alone() => Assert.Equal(
        [("place", null, 1), ("thing", "thing", 2)],
        Measure("$job", "-ConfusionMatrix").ThrowIfFailed().Of<LanguageConfusion>().Select(cell => (cell.Expected, cell.Predicted, cell.Count)));

    [Theory]
    [InlineData("-ConfusionMatrix -Match Type")]
    [InlineData("-ConfusionMatrix -Threshold 0.5")]
    [InlineData("-ConfusionMatrix -MinimumF1 0.5")]
    public void A_confusion_matrix_does_not_go_with_what_is_about_scores(string parameters) =>
        Assert.Equal("AmbiguousParameterSet", Measure("$job", parameters).SingleError().Id);

    [Fact]
    public void A_part_of_the_labels_is_scored_alone()
    {
        var result = Measure("$job", "-Dataset Test").ThrowIfFailed();

        Assert.Equal(2, result.Of<LanguageScore>().Single(score => score.Average == LanguageAverage.Micro).Support);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Labels_that_name_no_dataset_are_scored_all_with_a_warning()
    {
        var result = Measure("$job", "-Dataset Test", Labels.Replace("\"dataset\":\"Test\",", "").Replace("\"dataset\":\"Train\",", ""));

        Assert.Equal(3, result.ThrowIfFailed().Of<LanguageScore>().Single(score => score.Average == LanguageAverage.Micro).Support);
        Assert.Contains("The model may have been trained with some of them", Assert.Single(result.Warnings));
    }

    [Fact]
    public void Documents_that_one_side_lacks_are_named()
    {
        var result = Measure("@{ DocumentId = '1'; Category = 'thing'; Offset = 0; Length = 9 }, @{ DocumentId = '9'; Category = 'thing'; Offset = 0; Length = 9 }").ThrowIfFailed();

        Assert.Equal(["These labelled documents have no result and count as missed: '2'.", "These documents have no labels and are not scored: '9'."], result.Warnings);
    }

    [Fact]
    public void A_failed_document_counts_as_missed_and_is_no_error()
    {
        var result = Measure("$job", job: Bodies.V3("j", documentIds: ["1"], errors: $"[{Bodies.DocumentError("2")}]")).ThrowIfFailed();

        Assert.Equal(["These labelled documents failed and count as missed: '2'."], result.Warnings);
        Assert.Equal(1, result.Of<LanguageScore>().Single(score => score.Category == "thing").FalseNegatives);
    }

    [Fact]
    public void Scores_below_the_minimum_end_the_command_after_all_rows()
    {
        var result = Measure("$job", "-MinimumF1 0.8");

        var (record, id) = result.SingleError();
        Assert.Equal(("ScoreTooLow", ErrorCategory.LimitsExceeded), (id, record.CategoryInfo.Category));
        Assert.Equal("F1 is below 0.8: 0 for 'place' of task 'ner'.", record.Exception.Message);
        Assert.Equal(["place"], Assert.IsType<LanguageScore[]>(record.TargetObject).Select(score => score.Category));
        Assert.Equal(5, result.Output.Length);
    }

    [Fact]
    public void A_minimum_that_is_just_reached_is_no_error() => Run("""
        $labels = 0, 10 | ForEach-Object { @{ DocumentId = '1'; Category = 'thing'; Offset = $_; Length = 9 } }
        0, 10, 20 | ForEach-Object { @{ DocumentId = '1'; Category = 'thing'; Offset = $_; Length = 9 } } | Measure-LanguageJob -Label $labels -MinimumF1 0.8
        """).ThrowIfFailed();

    [Theory]
    [InlineData("<html>", "InvalidFile", "not valid JSON")]
    [InlineData("{}", "InvalidFile", "has no documents")]
    [InlineData("""{"projectKind":"CustomAbstractiveSummarization","documents":[]}""", "InvalidFile", "'CustomAbstractiveSummarization'")]
    [InlineData("""{"documents":[]}""", "InvalidLabels", "No document is labelled")]
    [InlineData("""{"documents":[{"location":"1","class":{"category":"A"}}]}""", "LabelsDoNotFit", "The labels are classes (CustomSingleLabelClassification), but there are no results of that kind.")]
    [InlineData("""{"documents":[{"location":"a","entities":[]},{"location":"b","entities":[]}]}""", "NoDocumentMatches", "None of the documents with results ('1', '2') is labelled. The labelled documents are 'a', 'b'.")]
    [InlineData("""{"documents":[{"location":"x/1.txt","entities":[]},{"location":"y/1.txt","entities":[]}]}""", "AmbiguousDocument", "Document '1' matches more than one document: 'x/1.txt', 'y/1.txt'.")]
    public void Labels_that_do_not_serve_are_one_error_that_says_what_to_do(string labels, string expected, string reason)
    {
        var (record, id) = Measure("$job", labels: labels).SingleError();

        Assert.Equal(expected, id);
        Assert.Contains(reason, record.Exception.Message);
        Assert.NotEmpty(record.ErrorDetails.RecommendedAction);
    }

    [Theory]
    [InlineData("'nowhere.json'", "PathNotFound")]
    [InlineData("'nowhere*.json'", "PathNotFound")]
    [InlineData("1", "InvalidLabels")]
    [InlineData("@{ DocumentId = '1'; Category = 'A'; Offset = 1 }", "InvalidLabels")]
    [InlineData("@{ DocumentId = '1'; Category = 'A'; Offset = 'x'; Length = 1 }", "InvalidLabels")]
    [InlineData("@{ DocumentId = '1'; Category = 'A'; Offset = 0; Length = 1 }, @{ DocumentId = '1'; Category = 'A' }", "InvalidLabels")]
    [InlineData("$null", "ParameterArgumentValidationError")]
    public void What_is_no_label_is_an_error(string label, string expected) =>
        Assert.Equal(expected, Run($"$job | Measure-LanguageJob -Label {label}").SingleError().Id);

    [Fact]
    public void A_document_of_two_jobs_is_an_error_that_names_both()
    {
        var (record, id) = Run("$job, $job | Measure-LanguageJob -Label $labels").SingleError();

        Assert.Equal(("DuplicateDocument", "Document '1' has results twice in job j. It can be scored only once."), (id, record.Exception.Message));
    }

    [Fact]
    public void A_match_for_entities_does_not_go_with_classes() => Assert.Equal("NotSupported", Run(
        "@{ DocumentId = '1'; Category = 'A' } | Measure-LanguageJob -Label @{ DocumentId = '1'; Category = 'A' } -Match Type").SingleError().Id);

    [Fact]
    public void Several_classes_of_a_document_have_no_confusion_matrix() => Assert.Equal("NotSupported", Run(
        "@{ DocumentId = '1'; Category = 'A' } | Measure-LanguageJob -Label @{ DocumentId = '1'; Category = 'A' }, @{ DocumentId = '1'; Category = 'B' } -ConfusionMatrix").SingleError().Id);

    [Fact]
    public void A_row_that_cannot_be_read_costs_no_other()
    {
        var result = Measure("@{ DocumentId = '1'; Category = 'thing'; Offset = 0; Length = 9 }, @{ DocumentId = '2'; Category = 'thing'; Offset = '0,5'; Length = 9 }");

        Assert.Equal("InvalidRow", result.SingleError().Id);
        Assert.Equal(1, result.Of<LanguageScore>().Single(score => score.Category == "thing").TruePositives);
    }

    [Fact]
    public void A_line_without_a_category_says_that_nothing_was_found()
    {
        var result = Measure("@{ DocumentId = '1'; Category = 'thing'; Offset = 0; Length = 9 }, @{ DocumentId = '2'; Category = ''; Offset = ''; Length = '' }").ThrowIfFailed();

        Assert.Empty(result.Warnings);
        Assert.Equal(1, result.Of<LanguageScore>().Single(score => score.Category == "thing").FalseNegatives);
    }

    [Fact]
    public void An_empty_pipeline_does_nothing()
    {
        var result = Measure("@()").ThrowIfFailed();

        Assert.Empty(result.Output);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Texts_tell_what_the_offsets_count()
    {
        var result = Run("""
            $rows = @{ DocumentId = '1'; Category = 'thing'; Offset = 2; Length = 4; Text = 'Ines' }, @{ DocumentId = '2'; Category = 'thing'; Offset = 3; Length = 4; Text = 'Ines' }
            $labels = @{ DocumentId = '1'; Category = 'thing'; Offset = 3; Length = 4 }, @{ DocumentId = '2'; Category = 'thing'; Offset = 3; Length = 4 }
            $texts = @{ Id = '1'; Text = '🎉 Ines' }, @{ Id = '2'; Text = 'To Ines' }
            $rows | Measure-LanguageJob -Label $labels | ForEach-Object F1
            $rows | Measure-LanguageJob -Label $labels -Text @($texts | ForEach-Object { [pscustomobject]$_ }) | ForEach-Object F1
            """).ThrowIfFailed();

        Assert.Equal([0.5, 0.5, 0.5, 0.5, 1, 1, 1, 1], result.Of<double>());
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Texts_of_a_folder_are_found_by_the_documents_ids()
    {
        using var text = new TemporaryFile("🎉 Ines", "1.txt");

        var result = Run($$"""
            @{ DocumentId = '1'; Category = 'thing'; Offset = 2; Length = 4; Text = 'Ines' }, @{ DocumentId = '2'; Category = 'thing'; Offset = 3; Length = 4; Text = 'Ines' } |
                Measure-LanguageJob -Label @{ DocumentId = 'in/1.txt'; Category = 'thing'; Offset = 3; Length = 4 }, @{ DocumentId = 'in/2.txt'; Category = 'thing'; Offset = 3; Length = 4 } -TextPath '{{text.Folder}}'
            """).ThrowIfFailed();

        Assert.Equal(1, result.Of<LanguageScore>()[0].F1);
        Assert.Equal(["No text was found for these documents, so their offsets are scored as UTF-16: '2'."], result.Warnings);
    }

    [Fact]
    public async Task Rows_send_no_request()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Job));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var scores = session.Run("""
            $labels = 1..1000 | ForEach-Object { @{ DocumentId = "d$_"; Category = 'thing'; Offset = 0; Length = 9 } }
            $rows = 1..1000 | ForEach-Object { @{ JobId = 'j'; DocumentId = "d$_"; Category = 'thing'; Offset = 0; Length = 9 } }
            $rows | Measure-LanguageJob -Label $labels
            """).ThrowIfFailed().Of<LanguageScore>();

        Assert.Equal(1000, scores[0].TruePositives);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Ids_send_each_jobs_requests_once()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            var id = context.Request.Path.Value!.Split('/')[^1];
            return context.Response.WriteAsync(Bodies.V3(id, documentIds: [$"of-{id}"]));
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion v3.2-preview.2");
        string[] ids = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];

        var scores = session.With("ids", ids).Run("""
            $labels = $ids | ForEach-Object { @{ DocumentId = "of-$_"; Category = 'thing'; Offset = 0; Length = 9 } }
            $ids | Measure-LanguageJob -Label $labels -Threshold 0, 0.5, 0.8
            """).ThrowIfFailed().Of<LanguageScore>();

        Assert.Equal([2, 2, 2], scores.Where(score => score.Category is not null).Select(score => score.TruePositives!.Value));
        Assert.Equal(ids, server.Requests.Select(request => request.JobId).Order());
    }

    private static RunResult Measure(string results, string parameters = "", string labels = Labels, string? job = null) =>
        Run($"{results} | Measure-LanguageJob -Label $labels {parameters}", labels, job);

    private static RunResult Run(string script, string labels = Labels, string? job = null)
    {
        using var session = new PowerShellSession();
        using var labelFile = new TemporaryFile(labels, "labels.json");
        using var jobFile = new TemporaryFile(job ?? Job);
        session.With("labels", labelFile.Path).With("jobPath", jobFile.Path).Run("$job = Import-LanguageJob $jobPath").ThrowIfFailed();
        return session.Run(script);
    }
}
