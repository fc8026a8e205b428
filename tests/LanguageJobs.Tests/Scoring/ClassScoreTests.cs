using LanguageJobs.Labels;
using LanguageJobs.Scoring;
using static LanguageJobs.Tests.Scoring.Notation;

namespace LanguageJobs.Tests.Scoring;

/// <summary>Scores of classes: what scikit-learn's metrics give for the same classes.</summary>
public class ClassScoreTests
{
    private static readonly LabelSet Tickets = Labelled(("1", "Billing"), ("2", "Access"), ("3", "Billing"), ("4", "Delivery"), ("5", "Delivery"));

    [Fact]
    public void A_single_label_task_is_scored_as_a_classification_report()
    {
        var rows = Score(new EvaluationOptions(), Tickets, Single("Billing", "Access", "Access", "Delivery", "Billing"));

        Assert.Equal(["Access", "Billing", "Delivery", "Micro", "Macro", "Weighted"], rows.Select(row => row.Category ?? $"{row.Average}"));
        AssertFigures(0.5, 1, 2 / 3.0, rows.Row("Access"));
        AssertFigures(0.5, 0.5, 0.5, rows.Row("Billing"));
        AssertFigures(1, 0.5, 2 / 3.0, rows.Row("Delivery"));
        AssertFigures(0.6, 0.6, 0.6, rows.Row("Micro"));
        Assert.Equal(11 / 18.0, rows.Row("Macro").F1, 1e-9);
        Assert.Equal(0.6, rows.Row("Weighted").F1, 1e-9);
        Assert.Equal(0.6, rows.Row("Micro").Accuracy);
        Assert.Null(rows.Row("Macro").Accuracy);
        Assert.All(rows, row => Assert.Null(row.Correct));
    }

    [Fact]
    public void A_document_without_an_answer_is_missed_and_costs_no_precision()
    {
        var rows = Score(new EvaluationOptions(), Labelled(("1", "A"), ("2", "B"), ("3", "B")), Document(SingleLabel, "1", "A"), Document(SingleLabel, "3", "B"));

        AssertFigures(1, 2 / 3.0, 0.8, rows.Row("Micro"));
        Assert.Equal(2 / 3.0, rows.Row("Micro").Accuracy);
        Assert.Equal((0, 1), (rows.Row("B").FalsePositives, rows.Row("B").FalseNegatives));
    }

    // Microsoft's own example; the page that has it prints another F1 for comedy than its own precision and recall give.
    [Fact]
    public void A_multi_label_task_is_scored_by_sets()
    {
        var labels = Labelled(("1", "action, comedy"), ("2", "action"), ("3", "romance"), ("4", "romance, comedy"), ("5", "comedy"));
        string[] results = ["comedy", "action", "romance", "romance", "action"];

        var rows = Score(new EvaluationOptions(), labels, [.. results.Select((found, i) => Document(MultiLabel, $"{i + 1}", found))]);

        AssertFigures(1, 1 / 3.0, 0.5, rows.Row("comedy"));
        AssertFigures(0.8, 4 / 7.0, 2 / 3.0, rows.Row("Micro"));
        Assert.Equal(0.4, rows.Row("Micro").Accuracy);
    }

    [Fact]
    public void The_classes_of_a_document_are_a_set()
    {
        var rows = Score(MultiLabel, "A, B, A", "A @0.2, A @0.9, C");

        Assert.Equal((1, 1, 1), (rows.Row("A").Support, rows.Row("A").TruePositives, rows.Row("A").TruePositives + rows.Row("A").FalsePositives));
    }

    [Fact]
    public void A_repeated_class_is_as_sure_as_its_surest_row()
    {
        var rows = Score(new EvaluationOptions { Thresholds = [0.5] }, Labelled(("1", "A")), Document(MultiLabel, "1", "A @0.2, A @0.9"));

        Assert.Equal(1, rows.Row("A").Recall);
    }

    [Fact]
    public void A_document_labelled_with_nothing_and_answered_with_nothing_is_right()
    {
        var rows = Score(new EvaluationOptions(), Labelled(("1", ""), ("2", "A")), Document(MultiLabel, "1", ""), Document(MultiLabel, "2", "B"));

        Assert.Equal(0.5, rows.Row("Micro").Accuracy);
    }

    [Theory]
    [InlineData(LanguageMatch.Boundary)]
    [InlineData(LanguageMatch.Partial)]
    [InlineData(LanguageMatch.Type)]
    public void Classes_have_no_place_that_could_match_in_part(LanguageMatch match) =>
        Assert.Throws<NotSupportedException>(() => Score(SingleLabel, "A", "A", match));

    private static LanguageDocument[] Single(params string[] classes) => [.. classes.Select((found, i) => Document(SingleLabel, $"{i + 1}", found))];

    private static void AssertFigures(double precision, double recall, double f1, LanguageScore row)
    {
        Assert.Equal(precision, row.Precision, 1e-9);
        Assert.Equal(recall, row.Recall, 1e-9);
        Assert.Equal(f1, row.F1, 1e-9);
    }
}
