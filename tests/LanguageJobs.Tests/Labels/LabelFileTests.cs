using System.Text;
using LanguageJobs.Labels;
using LanguageJobs.Texts;

namespace LanguageJobs.Tests.Labels;

/// <summary>What other tools export, under all the names that they use.</summary>
public class LabelFileTests
{
    [Theory]
    [InlineData("the last annotation", """{"id":7,"data":{"text":"🎉 Ines"},"annotations":[{"result":[R(A)]},{"result":[R(B)]}]}""", "7: B 3+4")]
    [InlineData("the ground truth", """{"id":7,"data":{"text":"🎉 Ines"},"annotations":[{"ground_truth":true,"result":[R(A)]},{"result":[R(B)]}]}""", "7: A 3+4")]
    [InlineData("not a cancelled one", """{"id":7,"data":{"text":"🎉 Ines"},"annotations":[{"result":[R(A)]},{"was_cancelled":true,"result":[R(B)]}]}""", "7: A 3+4")]
    [InlineData("annotations, not predictions", """{"id":7,"data":{"text":"🎉 Ines"},"annotations":[{"result":[]}],"predictions":[{"result":[R(B)]}]}""", "7: ")]
    [InlineData("predictions alone", """{"id":7,"data":{"text":"🎉 Ines"},"predictions":[{"result":[R(B)]}]}""", "7: B 3+4")]
    [InlineData("nobody has annotated it", """{"id":7,"data":{"text":"🎉 Ines"},"annotations":[],"predictions":[{"result":[R(B)]}]}""", "")]
    [InlineData("UTF-16 of old releases", """{"id":7,"data":{"body":"🎉 Ines"},"annotations":[{"result":[{"type":"labels","value":{"start":3,"end":7,"text":"Ines","labels":["A"]}}]}]}""", "7: A 3+4")]
    [InlineData("our id", """{"id":7,"data":{"text":"🎉 Ines","documentId":"in/1"},"annotations":[{"result":[{"type":"choices","value":{"choices":["A","B"]}}]}]}""", "in/1: A|in/1: B")]
    public void Tasks_of_Label_Studio_have_the_labels_of_people(string what, string task, string expected)
    {
        var json = task.Replace("R(A)", Region("A")).Replace("R(B)", Region("B"));

        Assert.True(expected == Show(LabelStudioFile.Read(Utf8($"[{json}]"))), what);

        static string Region(string name) => $$$"""{"type":"labels","value":{"start":2,"end":6,"text":"Ines","labels":["{{{name}}}"]}}""";
    }

    [Theory]
    [InlineData("""{"id":3,"text":"🎉 Ines","label":[[3,7,"A"]],"Comments":[]}""", "3: A 3+4")]
    [InlineData("""{"id":3,"data":"🎉 Ines","labels":[[3,7,"A"]]}""", "3: A 3+4")]
    [InlineData("""{"id":3,"text":"🎉 Ines","entities":[{"id":1,"label":"A","start_offset":3,"end_offset":7}],"relations":[]}""", "3: A 3+4")]
    [InlineData("""{"text":"x","label":["A","B"]}""", "1: A|1: B")]
    [InlineData("""{"text":"x","label":[]}""", "1: ")]
    [InlineData("""{"text":"x"}""", "")]
    [InlineData("""[{"id":3,"text":"Ines","label":[[0,4,"A"]]}]""", "3: A 0+4")]
    public void Doccanos_lines_are_read_as_all_its_releases_write_them(string json, string expected) =>
        Assert.Equal(expected, Show(DoccanoFile.Read(Utf8(json + "\r\n\n"))));

    [Theory]
    [InlineData("""[["🎉 Ines",{"entities":[[2,6,"A"]]}],["x",{"entities":[]}]]""", "1: A 3+4|2: ")]
    [InlineData("""{"classes":["A"],"annotations":[null,["🎉 Ines",{"entities":[[2,6,"A"]]}]]}""", "2: A 3+4")]
    [InlineData("""[["x",{"cats":{"A":1.0,"B":0.0,"C":true}}]]""", "1: A|1: C")]
    public void Examples_for_spaCy_are_read_with_and_without_an_object_around_them(string json, string expected) =>
        Assert.Equal(expected, Show(SpacyFile.Read(Utf8(json))));

    [Theory]
    [InlineData("IOB2", "Ines B-A\nRoth I-A\nBo B-A", "A 0+9|A 10+2")]
    [InlineData("IOB", "Ines I-A\nRoth I-A\nBo B-A", "A 0+9|A 10+2")]
    [InlineData("IOBES", "Ines B-A\nRoth E-A\nBo S-A", "A 0+9|A 10+2")]
    [InlineData("BILOU", "Ines B-A\nRoth L-A\nBo U-A", "A 0+9|A 10+2")]
    [InlineData("four columns", "-DOCSTART- -X- -X- O\n\nInes NNP B-NP I-A\nRoth NNP I-NP I-B", "A 0+4|B 5+4")]
    public void Tags_are_read_in_all_schemes(string scheme, string lines, string expected)
    {
        var file = ConllFile.Read(Utf8(lines), "1.conll", null);

        Assert.Equal((scheme, expected), (scheme, Show(file).Replace("1: ", "")));
        Assert.Equal("1", file.WithoutText);
        Assert.True(ConllFile.Fits(Utf8(lines)));
    }

    [Fact]
    public void Documents_of_one_file_are_numbered() => Assert.Equal(
        "eng-1: A 0+1|eng-2: ", Show(ConllFile.Read(Utf8("-DOCSTART- O\nx B-A\n\n-DOCSTART- O\ny O"), "eng.conll", null)));

    [Fact]
    public void Words_that_are_not_those_of_the_text_are_an_error_with_the_line() => Assert.Contains(
        "'Roth' of line 2",
        Assert.Throws<LabelFormatException>(() => ConllFile.Read(Utf8("Ines B-A\nRoth I-A"), "1.conll", _ => new DocumentText("Ines Berg"))).Message);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("He said O", "not valid JSON, and its lines are not words and tags")]
    [InlineData("one two\nthree O", "not valid JSON, and its lines are not words and tags")]
    [InlineData("[1]", "contains no labels")]
    [InlineData("[", "not valid JSON")]
    public void A_file_in_no_format_is_an_error(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<LabelFormatException>(() => LabelFileFormat.Of(Utf8(text))).Message);

    [Theory]
    [InlineData("[{\"id\":1,\"data\":{}}]", "task 1")]
    [InlineData("[{\"id\":1}]", "data is missing")]
    public void A_task_that_cannot_be_read_is_named(string json, string reason)
    {
        var withResult = json.Replace("\"data\":{}", "\"data\":{},\"annotations\":[{\"result\":[{\"type\":\"labels\",\"value\":{\"start\":0,\"end\":1,\"labels\":[\"A\"]}}]}]");

        Assert.Contains(reason, Assert.Throws<LabelFormatException>(() => LabelStudioFile.Read(Utf8(withResult))).Message);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Show(LabelFile file) => string.Join("|", file.Labels.Select(label =>
        $"{label.DocumentId}: {label.Category}{(label.Offset is null ? "" : $" {label.Offset}+{label.Length}")}"));
}
