using LanguageJobs.Runs;
using LanguageJobs.Service;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Runs;

public class RunInputTests
{
    [Fact]
    public void Json_lines_give_a_document_a_line()
    {
        var documents = Read("a.jsonl", """
            {"id":"one","text":"Anna had tea."}

            {"Text":"No id.","language":"en"}
            {"id":7,"more":{"text":"not this"},"text":"A number."}
            """);

        Assert.Equal([("one", "Anna had tea.", null), ("a.jsonl:3", "No id.", "en"), ("7", "A number.", null)],
            documents.Select(document => (document.Id, document.ReadText(), document.Language)));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[1]")]
    [InlineData("{\"id\":\"x\"}")]
    [InlineData("{\"text\":[\"a\"]}")]
    [InlineData("{\"text\":\"a\"} {\"text\":\"b\"}")]
    [InlineData("{\"text\":\"a\"")]
    public void A_line_that_is_no_document_costs_no_other(string line)
    {
        var documents = Read("a.jsonl", $"{{\"text\":\"before\"}}\n{line}\n{{\"text\":\"after\"}}\n");

        Assert.Equal(3, documents.Count);
        var refused = Assert.Throws<DocumentRefusedException>(documents[1].ReadText);
        Assert.Equal(DocumentRefusal.InvalidDocument, refused.Reason);
        Assert.Contains("a.jsonl:2", refused.Message);
        Assert.Equal(["before", "after"], new[] { documents[0], documents[2] }.Select(document => document.ReadText()));
    }

    [Fact]
    public void A_byte_order_mark_and_line_ends_of_windows_are_no_part_of_json_lines()
    {
        using var file = new TemporaryFile([0xEF, 0xBB, 0xBF, .. "{\"text\":\"a\"}\r\n{\"text\":\"b\"}"u8], "a.jsonl");

        Assert.Equal(["a", "b"], Read(file).Select(document => document.ReadText()));
    }

    [Fact]
    public void A_csv_file_has_quotes_commas_and_line_breaks_in_its_fields()
    {
        var documents = Read("a.csv", "Id,Notes,Text\r\n1,x,plain\r\n2,\"a, b\",\"He said \"\"tea\"\",\r\nand left.\"\r\n,,no id\r\n");

        Assert.Equal([("1", "plain"), ("2", "He said \"tea\",\r\nand left."), ("a.csv:5", "no id")],
            documents.Select(document => (document.Id, document.ReadText())));
    }

    [Fact]
    public void A_csv_file_without_texts_says_which_columns_it_has()
    {
        var failure = Assert.Throws<RunException>(() => Read("a.csv", "Id,Body\n1,x\n"));

        Assert.Equal(RunFailure.InputNotUsable, failure.Failure);
        Assert.Contains("Id, Body", failure.Message);
    }

    [Fact]
    public void A_quote_that_is_not_closed_is_refused()
    {
        var documents = Read("a.csv", "Text\nfine\n\"open\nend\n");

        Assert.Equal("fine", documents[0].ReadText());
        Assert.Throws<DocumentRefusedException>(documents[1].ReadText);
    }

    [Fact]
    public void The_hash_of_an_input_depends_on_names_and_sizes_and_not_on_their_order()
    {
        using var folder = new TemporaryFile("12345", "a.txt");
        var other = Path.Combine(folder.Folder, "b.txt");
        File.WriteAllText(other, "123");

        var hash = Summarize(folder.Path, other);

        Assert.Equal(hash, Summarize(other, folder.Path));
        Assert.NotEqual(hash, Summarize(folder.Path));
        Assert.NotEqual(hash, Summarize(folder.Path, folder.Path));
        File.WriteAllText(other, "abc");
        Assert.Equal(hash, Summarize(folder.Path, other));
        File.WriteAllText(other, "1234");
        Assert.NotEqual(hash, Summarize(folder.Path, other));
    }

    private static string Summarize(params string[] files) => Input(files).Summarize().Hash;

    private static List<RunDocument> Read(string name, string text)
    {
        using var file = new TemporaryFile(text, name);
        return Read(file);
    }

    private static List<RunDocument> Read(TemporaryFile file) => [.. Input(file.Path).Documents(_ => { })];

    private static RunInput Input(params string[] files) => new([], () => files.Select(path => new FileInfo(path)), File.ReadAllText);
}
