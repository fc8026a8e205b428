using LanguageJobs.Labels;
using LanguageJobs.Tests.Scoring;
using LanguageJobs.Texts;

namespace LanguageJobs.Tests.Labels;

/// <summary>Which documents and labels go into a file, and what is said about the rest.</summary>
public class LabelExportTests
{
    private const string Entities = "CustomEntityRecognition";
    private readonly ListWriter writer = new();

    [Fact]
    public void Results_become_labels_in_the_order_of_the_text()
    {
        Export(Azure(), Result("1", "B 5+2, A 0+3"), Result("2", ""));

        Assert.Equal(["1: A 0+3, B 5+2", "2: "], writer.Documents);
    }

    [Theory]
    [InlineData(0.0, null, "1: A 0+3, B 5+2|2: B 5+2|3: ")]
    [InlineData(0.5, null, "1: A 0+3|3: ")]
    [InlineData(0.0, 0.4, "1: A 0+3, B 5+2|2: B 5+2")]
    [InlineData(0.0, 0.1, "")]
    public void Sure_results_and_unsure_documents_are_selected(double minimum, double? maximum, string expected)
    {
        var notes = Export(
            new() { Format = LanguageLabelFormat.Azure, Selection = new LabelSelection(_ => true, minimum, maximum) }, Result("1", "A 0+3 @0.9, B 5+2 @0.3"), Result("2", "B 5+2 @0.3"), Result("3", ""));

        Assert.Equal(expected, string.Join("|", writer.Documents));
        Assert.Equal(minimum > 0.3 ? ["2"] : [], notes.Unsure);
    }

    [Fact]
    public void A_document_without_the_wanted_categories_is_labelled_with_nothing()
    {
        Export(new() { Format = LanguageLabelFormat.Azure, Selection = new LabelSelection(category => category == "A", 0, null) }, Result("1", "A 0+3, B 5+2"), Result("2", "B 5+2"));

        Assert.Equal(["1: A 0+3", "2: "], writer.Documents);
    }

    [Fact]
    public void Labels_that_exist_are_kept_and_come_first()
    {
        var reference = Notation.Labelled(("in/1.txt", "C 1+1"));

        Export(new() { Format = LanguageLabelFormat.Azure, Reference = reference, Selection = new LabelSelection(category => category != "C", 0, null) }, Result("2", "A 0+3"), Result("1", "B 5+2"));

        Assert.Equal(["in/1.txt: C 1+1", "2: A 0+3"], writer.Documents);
    }

    [Fact]
    public void Offsets_of_any_unit_become_UTF_16_and_the_file_of_the_text_becomes_the_location()
    {
        DocumentText? TextOf(string id) => id == "1" ? new DocumentText("🎉 Ines and Zoe", "in/1.txt") : null;

        var notes = Export(
            new() { TextOf = TextOf, Format = LanguageLabelFormat.Doccano },
            Result("1", "A 2+4, B 11+3, C 3+2", "Ines", "Zoe", "x"), Result("2", "A 0+1"));

        Assert.Equal(["in/1.txt: A 3+4, B 12+3"], writer.Documents);
        Assert.Equal(["1"], notes.Unplaced);
        Assert.Equal(["2"], notes.WithoutText);
    }

    [Fact]
    public void What_a_format_cannot_hold_is_counted()
    {
        var azure = Export(Azure(), Result("1", "A 0+3 @0.5, B 4+0 @0.5, C 5+1"));

        Assert.Equal([(LabelLoss.Confidence, 1), (LabelLoss.Empty, 1)], azure.Losses.Counts);
    }

    [Fact]
    public void A_document_that_comes_twice_is_an_error() =>
        Assert.Contains("'1'", Assert.Throws<DuplicateDocumentException>(() => Export(Azure(), Result("1", ""), Result("1", "A 0+1"))).Message);

    [Fact]
    public void A_file_holds_labels_of_one_kind() =>
        Assert.Throws<LabelFormatException>(() => Export(Azure(), Result("1", "A 0+1"), Notation.Document(Notation.MultiLabel, "2", "A")));

    [Theory]
    [InlineData("A|B", "CustomSingleLabelClassification")]
    [InlineData("A|A, B", "CustomMultiLabelClassification")]
    [InlineData("A|", "CustomMultiLabelClassification")]
    public void Rows_of_classes_show_of_which_kind_they_are(string documents, string expected)
    {
        var export = new LabelExport(Azure(), writer.Open);

        export.Add([.. documents.Split('|').Select((classes, i) => Notation.Document("", $"{i}", classes))]);

        Assert.Equal(expected, writer.Kind);
    }

    private static LabelExportOptions Azure() => new() { Format = LanguageLabelFormat.Azure };

    private LabelExportNotes Export(LabelExportOptions options, params LanguageDocument[] documents)
    {
        var export = new LabelExport(options, writer.Open);
        foreach (var document in documents)
            export.Add(document);
        export.Finish();
        return export.Notes;
    }

    private static LanguageDocument Result(string id, string entities, params string[] texts)
    {
        var document = Notation.Document(Entities, id, entities);
        for (var i = 0; i < texts.Length; i++)
            document.Entities[i].Text = texts[i];
        return document;
    }

    private sealed class ListWriter : ILabelWriter
    {
        public List<string> Documents { get; } = [];

        public string? Kind { get; private set; }

        public ILabelWriter Open(string kind, LabelLosses losses)
        {
            Kind = kind;
            return this;
        }

        public void Write(LabelledText document) => Documents.Add(
            $"{document.Location}: {string.Join(", ", document.Labels.Select(label => label.Offset is null ? label.Category : $"{label.Category} {label.Offset}+{label.Length}"))}");

        public void Finish()
        {
        }
    }
}
