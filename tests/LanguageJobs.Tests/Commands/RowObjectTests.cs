using System.Collections;
using System.Globalization;
using System.Management.Automation;
using LanguageJobs.Commands;

namespace LanguageJobs.Tests.Commands;

/// <summary>Rows that stand for themselves, wherever they come from.</summary>
public class RowObjectTests
{
    [Fact]
    public void A_line_of_a_csv_file_with_offset_and_length_is_an_entity()
    {
        var row = Assert.IsType<LanguageEntity>(RowObject.Of(Line(
            ("JobId", "j"), ("TaskName", ""), ("TaskKind", "CustomEntityRecognition"), ("DocumentId", "1"), ("Text", "ada"), ("Category", "Person"),
            ("Offset", "4"), ("Length", "3"), ("ConfidenceScore", "0.95"))));

        Assert.Equal(("j", null, "CustomEntityRecognition", "1"), (row.JobId, row.TaskName, row.TaskKind, row.DocumentId));
        Assert.Equal(("ada", "Person", null, 4, 3, 0.95), (row.Text, row.Category, row.Subcategory, row.Offset, row.Length, row.ConfidenceScore));
    }

    [Fact]
    public void What_an_entity_has_besides_comes_back_from_the_text_of_a_csv_file()
    {
        var row = Assert.IsType<LanguageEntity>(RowObject.Of(Line(
            ("DocumentId", "1"), ("Category", "Person"), ("Offset", "4"), ("Length", "3"), ("AdditionalProperties", """{"tags":[ {"name":"n"} ],"type":"T"}"""))));

        Assert.Equal(["[ {\"name\":\"n\"} ]", "\"T\""], row.AdditionalProperties!.Values);
        Assert.Equal("""{"tags":[ {"name":"n"} ],"type":"T"}""", $"{row.AdditionalProperties}");
    }

    [Fact]
    public void A_row_without_offset_and_length_is_a_class()
    {
        var row = Assert.IsType<LanguageClass>(RowObject.Of(PSObject.AsPSObject(new Hashtable { ["documentId"] = 1, ["category"] = "A", ["Offset"] = null })));

        Assert.Equal(("1", "A", double.NaN), (row.DocumentId, row.Category, row.ConfidenceScore));
    }

    [Theory]
    [InlineData("0.95")]
    [InlineData("0,95")]
    public void Numbers_are_read_in_the_invariant_culture_else_as_the_session_writes_them(string score)
    {
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "." } };

        var row = (LanguageEntity)RowObject.Of(Line(("DocumentId", "1"), ("Category", "A"), ("Offset", "4"), ("Length", 3L), ("ConfidenceScore", score)))!;

        Assert.Equal((4, 3, 0.95), (row.Offset, row.Length, row.ConfidenceScore));
    }

    [Theory]
    [InlineData("Offset", "1.5")]
    [InlineData("Offset", "x")]
    [InlineData("Length", null)]
    [InlineData("ConfidenceScore", "0,95")]
    public void A_number_that_cannot_be_read_is_an_error_and_not_another_number(string name, string? value)
    {
        var line = Line(("DocumentId", "1"), ("Category", "A"), ("Offset", "0"), ("Length", "1"), ("ConfidenceScore", "1"));
        line.Properties[name].Value = value;

        Assert.Throws<FormatException>(() => RowObject.Of(line));
    }

    [Fact]
    public void What_has_no_category_is_no_row()
    {
        Assert.Null(RowObject.Of(Line(("DocumentId", "1"), ("JobId", "j"))));
        Assert.Null(RowObject.Of("j"));
        Assert.Null(RowObject.Of(null));
    }

    private static PSObject Line(params (string Name, object? Value)[] members)
    {
        var line = new PSObject();
        foreach (var (name, value) in members)
            line.Properties.Add(new PSNoteProperty(name, value));
        return line;
    }
}
