using LanguageJobs.Labels;
using LanguageJobs.Scoring;
using static LanguageJobs.Tests.Scoring.Notation;

namespace LanguageJobs.Tests.Scoring;

public class ConfusionTests
{
    private static readonly EvaluationOptions Matrix = new() { IsConfusion = true };

    [Fact]
    public void A_single_label_task_counts_documents()
    {
        var cells = Confusion(Labelled(("1", "A"), ("2", "A"), ("3", "B"), ("4", "B"), ("5", "")),
            Document(SingleLabel, "1", "A"), Document(SingleLabel, "2", "B"), Document(SingleLabel, "3", "B"), Document(SingleLabel, "5", "A"));

        Assert.Equal([("A", "A", 1), ("A", "B", 1), ("B", "B", 1), ("B", null, 1), (null, "A", 1)], cells);
    }

    [Fact]
    public void Entities_pair_where_they_overlap()
    {
        var cells = Confusion(Labelled(("1", "Person 0+9, Place 20+4, Date 30+3")), Document(Entities, "1", "Person 0+4, Person 20+4, Org 40+3"));

        Assert.Equal([("Date", null, 1), ("Person", "Person", 1), ("Place", "Person", 1), (null, "Org", 1)], cells);
    }

    [Fact]
    public void Of_several_pairings_with_as_many_pairs_the_one_with_equal_spans_is_taken()
    {
        var labels = Labelled(("1", "Person 0+9, Place 5+4"));

        Assert.Equal([("Person", "Org", 1), ("Place", "Date", 1)], Confusion(labels, Document(Entities, "1", "Org 0+9, Date 5+4")));
        Assert.Equal([("Person", "Org", 1), ("Place", "Date", 1)], Confusion(labels, Document(Entities, "1", "Date 5+4, Org 0+9")));
    }

    [Fact]
    public void Several_classes_of_a_document_have_no_matrix()
    {
        Assert.Throws<NotSupportedException>(() => Confusion(Labelled(("1", "A, B")), Document(MultiLabel, "1", "A")));
        Assert.Throws<NotSupportedException>(() => Confusion(Labelled(("1", "A")), Document(MultiLabel, "1", "A")));
        Assert.Throws<NotSupportedException>(() => Confusion(Labelled(("1", "A")), Document("", "1", "A, B")));
    }

    [Fact]
    public void Rows_of_an_unknown_kind_have_one_if_each_document_has_one_class() =>
        Assert.Equal([("A", "B", 1)], Confusion(Labelled(("1", "A")), Document("", "1", "B")));

    private static IEnumerable<(string?, string?, int)> Confusion(LabelSet labels, params LanguageDocument[] documents) =>
        Evaluate(Matrix, labels, documents).Confusions().Select(cell => (cell.Expected, cell.Predicted, cell.Count));
}
