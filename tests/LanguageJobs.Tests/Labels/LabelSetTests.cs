using LanguageJobs.Labels;

namespace LanguageJobs.Tests.Labels;

public class LabelSetTests
{
    private static readonly LanguageLabel Entity = new() { DocumentId = "1", Category = "A", Offset = 0, Length = 1 };
    private static readonly LanguageLabel Class = new() { DocumentId = "1", Category = "A" };

    [Fact]
    public void Labels_of_a_document_come_together_wherever_they_stand()
    {
        var labels = Set(Entity, new() { DocumentId = "2" }, new() { Location = "1", Category = "B", Offset = 2, Length = 1 });

        Assert.Equal([("1", 2), ("2", 0)], labels.Documents.Select(document => (document.Id, document.Labels.Count)));
        Assert.Equal("CustomEntityRecognition", labels.Kind);
    }

    [Fact]
    public void Entities_and_classes_do_not_go_together()
    {
        Assert.Throws<LabelFormatException>(() => Set(Entity, Class));
        Assert.Throws<LabelFormatException>(() => Set(Class, Entity));
    }

    [Fact]
    public void Files_of_two_kinds_do_not_go_together()
    {
        var labels = new LabelSet();
        labels.Add(new LabelFile("CustomSingleLabelClassification", [Class]));

        Assert.Throws<LabelFormatException>(() => labels.Add(new LabelFile("CustomMultiLabelClassification", [Class])));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(null, 1)]
    [InlineData(-1, 1)]
    [InlineData(1, -1)]
    public void A_place_that_is_none_is_refused(int? offset, int? length) =>
        Assert.Throws<LabelFormatException>(() => Set(new LanguageLabel { DocumentId = "1", Category = "A", Offset = offset, Length = length }));

    [Fact]
    public void A_label_of_no_document_is_refused() => Assert.Throws<LabelFormatException>(() => Set(new LanguageLabel { Category = "A" }));

    [Theory]
    [InlineData("CustomEntityRecognition", true, false)]
    [InlineData("PiiEntityRecognition", true, false)]
    [InlineData("Healthcare", true, false)]
    [InlineData("CustomSingleLabelClassification", false, true)]
    [InlineData("CustomMultiLabelClassification", false, true)]
    [InlineData("KeyPhraseExtraction", false, false)]
    [InlineData("EntityLinking", false, false)]
    public void Labels_fit_the_tasks_of_their_kind(string kind, bool fitsEntities, bool fitsClasses)
    {
        Assert.Equal(fitsEntities, Set(Entity).Fit(kind));
        Assert.Equal(fitsClasses, Set(Class).Fit(kind));
    }

    [Fact]
    public void A_file_of_one_kind_of_classification_does_not_fit_the_other()
    {
        var labels = new LabelSet();
        labels.Add(new LabelFile("CustomSingleLabelClassification", [Class]));

        Assert.True(labels.Fit("CustomSingleLabelClassification"));
        Assert.False(labels.Fit("CustomMultiLabelClassification"));
    }

    private static LabelSet Set(params LanguageLabel[] labels)
    {
        var set = new LabelSet();
        foreach (var label in labels)
            set.Add(label);
        return set;
    }
}
