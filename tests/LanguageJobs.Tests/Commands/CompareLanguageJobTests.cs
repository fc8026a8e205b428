using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Commands;

/// <summary>Results held against other results, as a user does it.</summary>
public class CompareLanguageJobTests
{
    private static readonly string Before = Bodies.V3("before", documentIds: ["1", "2"]);
    private static readonly string After = Before.Replace("\"jobId\":\"before\"", "\"jobId\":\"after\"").Replace("word of 2\",\"category\":\"thing\"", "word of 2\",\"category\":\"place\"");

    [Fact]
    public void What_differs_is_a_row()
    {
        var row = Assert.Single(Run("Compare-LanguageJob $before $after").ThrowIfFailed().Of<LanguageDifference>());

        Assert.Equal(("2", LanguageChange.Relabelled, "thing", "place", "word of 2"), (row.DocumentId, row.Change, row.ReferenceCategory, row.Category, row.Text));
        Assert.Equal(("ner", "CustomEntityRecognition", 0.0, null), (row.TaskName, row.TaskKind, row.ConfidenceChange, row.RightSide));
        Assert.Equal(("before", "after"), (((LanguageEntity)row.Reference!).JobId, ((LanguageEntity)row.Difference!).JobId));
    }

    [Theory]
    [InlineData("Compare-LanguageJob $before $before")]
    [InlineData("$before | Compare-LanguageJob $before")]
    [InlineData("$before | Get-LanguageJobEntity | Compare-LanguageJob -ReferenceJob $before.Tasks.Documents")]
    [InlineData("$rows = @($before | Get-LanguageJobEntity); [array]::Reverse($rows); Compare-LanguageJob $before $rows")]
    public void Equal_results_give_nothing(string script)
    {
        var result = Run(script).ThrowIfFailed();

        Assert.Empty(result.Output);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Labels_say_which_side_is_right() => Assert.Equal(LanguageSide.Reference, Run("""
        Compare-LanguageJob $before $after -Label @{ DocumentId = '2'; Category = 'thing'; Offset = 0; Length = 9 }
        """).ThrowIfFailed().Of<LanguageDifference>().Single().RightSide);

    [Fact]
    public void Labels_as_the_reference_give_the_mistakes()
    {
        var result = Run("""
            $after | Compare-LanguageJob -ReferenceLabel @{ DocumentId = '1'; Category = 'thing'; Offset = 0; Length = 9 }, @{ DocumentId = '3'; Category = 'thing'; Offset = 0; Length = 9 }
            """).ThrowIfFailed();

        var row = Assert.Single(result.Of<LanguageDifference>());
        Assert.Equal(("3", LanguageChange.Removed, "ner"), (row.DocumentId, row.Change, row.TaskName));
        Assert.Equal(["These labelled documents have no result and count as missed: '3'.", "These documents have no labels and are not compared: '2'."], result.Warnings);
    }

    [Fact]
    public void A_rescored_row_needs_the_minimum_change()
    {
        const string Script = """
            $rows = $before | Get-LanguageJobEntity | ForEach-Object { @{ DocumentId = $_.DocumentId; Category = $_.Category; Offset = $_.Offset; Length = $_.Length; ConfidenceScore = 0.84 } }
            Compare-LanguageJob $before $rows
            """;

        var rows = Run(Script).ThrowIfFailed().Of<LanguageDifference>();
        Assert.Equal([LanguageChange.Rescored, LanguageChange.Rescored], rows.Select(row => row.Change));
        Assert.Equal(-0.06, rows[0].ConfidenceChange!.Value, 1e-9);
        Assert.Empty(Run(Script + " -MinimumChange 0.1").ThrowIfFailed().Output);
    }

    [Fact]
    public void Documents_that_one_side_lacks_are_named()
    {
        var result = Run("Compare-LanguageJob $before.Tasks.Documents[0] $before.Tasks.Documents[1]").ThrowIfFailed();

        Assert.Equal([("2", LanguageChange.Added), ("1", LanguageChange.Removed)], result.Of<LanguageDifference>().Select(row => (row.DocumentId!, row.Change)));
        Assert.Equal(["These documents are only in the reference: '1'.", "These documents are not in the reference: '2'."], result.Warnings);
    }

    [Theory]
    [InlineData("Compare-LanguageJob $before $after -TaskName other", "NothingToCompare")]
    [InlineData("Compare-LanguageJob $before $after, $after", "DuplicateDocument")]
    [InlineData("Compare-LanguageJob $before, $before $after", "DuplicateDocument")]
    [InlineData("$after | Compare-LanguageJob -ReferenceLabel @{ DocumentId = 'x'; Category = 'A'; Offset = 0; Length = 1 }", "NoDocumentMatches")]
    [InlineData("$after | Compare-LanguageJob -ReferenceLabel @{ DocumentId = '1'; Category = 'A' }", "LabelsDoNotFit")]
    [InlineData("$after | Compare-LanguageJob -ReferenceLabel nowhere.json", "PathNotFound")]
    [InlineData("$after | Compare-LanguageJob $before -Label 1", "InvalidLabels")]
    [InlineData("$after | Compare-LanguageJob $before -Job $after", "NamedParameterNotFound")]
    public void What_makes_a_comparison_meaningless_is_one_error(string script, string expected) => Assert.Equal(expected, Run(script).SingleError().Id);

    [Fact]
    public void An_empty_pipeline_does_nothing() => Assert.Empty(Run("@() | Compare-LanguageJob $before").ThrowIfFailed().Output);

    private static RunResult Run(string script)
    {
        using var session = new PowerShellSession();
        using var before = new TemporaryFile(Before);
        using var after = new TemporaryFile(After);
        session.Run($"$before = Import-LanguageJob '{before.Path}'; $after = Import-LanguageJob '{after.Path}'").ThrowIfFailed();
        return session.Run(script);
    }
}
