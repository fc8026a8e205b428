using LanguageJobs.Labels;
using LanguageJobs.Scoring;
using LanguageJobs.Texts;
using static LanguageJobs.Tests.Scoring.Notation;

namespace LanguageJobs.Tests.Scoring;

/// <summary>What differs between two results, or between labels and results.</summary>
public class ComparisonTests
{
    [Theory]
    [InlineData("A 0+4 @0.9", "A 0+4 @0.9", "")]
    [InlineData("A 0+4 @0.9, B 6+2 @0.5", "B 6+2 @0.5, A 0+4 @0.9", "")]
    [InlineData("A 0+4 @0.90", "A 0+4 @0.94", "")]
    [InlineData("A 0+4", "A 0+4 @0.9", "")]
    [InlineData("A 0+4 @0.90", "A 0+4 @0.95", "Rescored A→A 0+4→0+4 0.05")]
    [InlineData("A 0+4 @0.95", "A 0+4 @0.90", "Rescored A→A 0+4→0+4 -0.05")]
    [InlineData("", "A 0+4 @0.9", "Added →A →0+4 ")]
    [InlineData("A 0+4 @0.9", "", "Removed A→ 0+4→ ")]
    [InlineData("A 0+4 @0.9", "B 0+4 @0.9", "Relabelled A→B 0+4→0+4 0")]
    [InlineData("A 0+4 @0.9", "B 0+6 @0.5", "Relabelled A→B 0+4→0+6 -0.4")]
    [InlineData("A 0+4 @0.9", "A 0+6 @0.5", "Moved A→A 0+4→0+6 -0.4")]
    [InlineData("A 0+4, A 0+4", "A 0+4", "Removed A→ 0+4→ ")]
    [InlineData("A 0+4, B 2+6", "B 0+4, A 2+6", "Relabelled A→B 0+4→0+4 |Relabelled B→A 2+6→2+6 ")]
    [InlineData("A 9+1", "B 0+1", "Added →B →0+1 |Removed A→ 9+1→ ")]
    public void Entities_that_differ_are_a_row_each(string reference, string difference, string expected) =>
        Assert.Equal(expected, Text(Compare(Document(Entities, "1", reference), Document(Entities, "1", difference))));

    [Fact]
    public void Another_class_takes_the_place_of_a_single_one()
    {
        Assert.Equal("Relabelled A→B → ", Text(Compare(Document(SingleLabel, "1", "A"), Document(SingleLabel, "1", "B"))));
        Assert.Equal("Relabelled A→B → ", Text(Compare(Document("", "1", "A"), Document("", "1", "B"))));
    }

    [Fact]
    public void Of_several_classes_each_stands_for_itself()
    {
        Assert.Equal("Removed A→ → |Added →B → ", Text(Compare(Document(MultiLabel, "1", "A"), Document(MultiLabel, "1", "B"))));
        Assert.Equal("Removed A→ → |Added →C → ", Text(Compare(Document("", "1", "A, B"), Document("", "1", "B, C"))));
    }

    [Fact]
    public void Documents_that_one_side_lacks_are_differences_and_noted()
    {
        var comparison = Comparison();
        comparison.AddReference(Document(Entities, "1", "A 0+1"));
        comparison.AddReference(Document(Entities, "2", "A 0+1"));
        LanguageDifference[] rows = [.. comparison.Compare(Document(Entities, "2", "A 0+1")), .. comparison.Compare(Document(Entities, "3", "A 0+1")), .. comparison.Rest()];

        Assert.Equal([("3", LanguageChange.Added), ("1", LanguageChange.Removed)], rows.Select(row => (row.DocumentId, row.Change)));
        Assert.Equal(["1"], comparison.Notes.OnlyInReference);
        Assert.Equal(["3"], comparison.Notes.OnlyInDifference);
    }

    [Fact]
    public void Documents_are_found_by_their_names_without_folders_and_extensions() =>
        Assert.Empty(Compare(Document(Entities, "in/1.txt", "A 0+1"), Document(Entities, "1", "A 0+1")));

    [Fact]
    public void Tasks_go_together_by_name_or_because_there_is_only_one()
    {
        var comparison = Comparison();
        comparison.AddReference(Document(Entities, "1", "A 0+1", "x"));
        comparison.AddReference(Document(Entities, "1", "B 0+1", "y"));
        comparison.AddReference(Document(SingleLabel, "1", "C", "old"));

        Assert.Empty(comparison.Compare(Document(Entities, "1", "B 0+1", "y")));
        Assert.Empty(comparison.Compare(Document(SingleLabel, "1", "C", "new")));
        Assert.Empty(comparison.Compare(Document(Entities, "1", "B 0+1", "z")));
        Assert.Equal(["z"], comparison.Notes.TasksWithoutReference);
        Assert.Equal([("x", LanguageChange.Removed)], comparison.Rest().Select(row => (row.TaskName, row.Change)));
    }

    [Fact]
    public void A_document_that_comes_twice_is_an_error()
    {
        var comparison = Comparison();
        comparison.AddReference(Document(Entities, "1", "A 0+1"));
        Assert.Throws<DuplicateDocumentException>(() => comparison.AddReference(Document(Entities, "1", "A 0+1", jobId: "k")));

        _ = comparison.Compare(Document(Entities, "1", "A 0+1")).ToArray();
        Assert.Throws<DuplicateDocumentException>(() => comparison.Compare(Document(Entities, "1", "A 0+1", jobId: "k")));
        _ = comparison.Compare(Document(Entities, "2", "A 0+1")).ToArray();
        Assert.Throws<DuplicateDocumentException>(() => comparison.Compare(Document(Entities, "2", "A 0+1", jobId: "k")));
    }

    [Theory]
    [InlineData("A 0+4", "", "A 0+4", "Reference")]
    [InlineData("A 0+4", "", "", "Difference")]
    [InlineData("", "A 0+4", "A 0+4", "Difference")]
    [InlineData("", "A 0+4", "B 0+4", "Reference")]
    [InlineData("A 0+4", "B 0+4", "A 0+4", "Reference")]
    [InlineData("A 0+4", "B 0+4", "B 0+4", "Difference")]
    [InlineData("A 0+4", "B 0+4", "C 0+4", "Neither")]
    [InlineData("A 0+4", "B 0+4", "A 0+4, B 0+4", "Both")]
    [InlineData("A 0+4 @0.9", "A 0+4 @0.5", "A 0+4", "Both")]
    [InlineData("A 0+4 @0.9", "A 0+4 @0.5", "", "Neither")]
    public void Labels_say_which_side_is_right(string reference, string difference, string labels, string expected)
    {
        var comparison = new Comparison(Labelled(("1", labels)), 0.05, _ => null);

        Assert.Equal(expected, $"{Assert.Single(Compare(comparison, Document(Entities, "1", reference), Document(Entities, "1", difference))).RightSide}");
    }

    [Fact]
    public void Of_a_document_that_nobody_labelled_no_side_is_right()
    {
        var comparison = new Comparison(Labelled(("2", "A 0+4")), 0.05, _ => null);

        Assert.Null(Assert.Single(Compare(comparison, Document(Entities, "1", "A 0+4"), Document(Entities, "1", ""))).RightSide);
    }

    [Fact]
    public void Labels_as_the_reference_give_the_list_of_mistakes()
    {
        var comparison = Comparison();
        comparison.AddReference(Labelled(("1", "A 0+4, B 6+2"), ("2", "A 0+1")));
        LanguageDifference[] rows = [.. comparison.Compare(Document(Entities, "1", "A 0+4, C 10+3, B 6+3")), .. comparison.Compare(Document(Entities, "9", "A 0+1")), .. comparison.Rest()];

        Assert.Equal("Moved B→B 6+2→6+3 |Added →C →10+3 |Removed A→ 0+1→ ", Text(rows));
        Assert.IsType<LanguageLabel>(rows[0].Reference);
        Assert.IsType<LanguageEntity>(rows[0].Difference);
        Assert.Equal(["9"], comparison.Notes.Unlabelled);
        Assert.Equal(["2"], comparison.Notes.OnlyInReference);
    }

    [Fact]
    public void Two_units_of_offsets_are_no_difference_where_the_text_is_known()
    {
        var comparison = new Comparison(null, 0.05, _ => new DocumentText("🎉 Ines"));
        var (utf16, points) = (Document(Entities, "1", "A 3+4"), Document(Entities, "1", "A 2+4"));
        (utf16.Entities[0].Text, points.Entities[0].Text) = ("Ines", "Ines");

        Assert.Empty(Compare(comparison, utf16, points));
    }

    [Fact]
    public void A_label_has_its_text_from_the_document()
    {
        var comparison = new Comparison(null, 0.05, _ => new DocumentText("To Ines"));
        comparison.AddReference(Labelled(("1", "A 3+4")));

        Assert.Equal("Ines", Assert.Single(comparison.Compare(Document(Entities, "1", ""))).Text);
    }

    private static Comparison Comparison() => new(null, 0.05, _ => null);

    private static LanguageDifference[] Compare(LanguageDocument reference, LanguageDocument difference) => Compare(Comparison(), reference, difference);

    private static LanguageDifference[] Compare(Comparison comparison, LanguageDocument reference, LanguageDocument difference)
    {
        comparison.AddReference(reference);
        return [.. comparison.Compare(difference), .. comparison.Rest()];
    }

    private static string Text(IEnumerable<LanguageDifference> rows) => string.Join("|", rows.Select(row => FormattableString.Invariant(
        $"{row.Change} {row.ReferenceCategory}→{row.Category} {Span(row.ReferenceOffset, row.ReferenceLength)}→{Span(row.Offset, row.Length)} {row.ConfidenceChange:0.##}")));

    private static string Span(int? offset, int? length) => offset is null ? "" : $"{offset}+{length}";
}
