using LanguageJobs.Texts;

namespace LanguageJobs.Tests.Texts;

/// <summary>Documents are found although one side has folders or extensions that the other has not.</summary>
public class DocumentIndexTests
{
    [Theory]
    [InlineData("a.txt", "a.txt")]
    [InlineData("a", "a.txt")]
    [InlineData("a.txt", "a")]
    [InlineData("a.pdf", "a.txt")]
    [InlineData("a.v2.txt", "a.v2.txt.json")]
    [InlineData("a.v2.txt.json", "a.v2.txt")]
    [InlineData("a.txt", "2025/May/a.txt")]
    [InlineData("2025/a.txt", "a.txt")]
    [InlineData(@"C:\in\a.txt", "a.txt")]
    [InlineData("a", "2025/a.txt")]
    [InlineData("in/a", "out/a.txt")]
    [InlineData("in/a.txt", "out/a.txt.json")]
    public void An_id_matches_without_extension_and_folders(string id, string document) => Assert.Equal(document, Index(document).Find(id));

    [Theory]
    [InlineData("A.txt", "a.txt")]
    [InlineData("agreement 1.2", "agreement 1.3")]
    [InlineData("b.txt", "a.txt")]
    [InlineData("", "a.txt")]
    public void What_differs_otherwise_does_not_match(string id, string document) => Assert.Null(Index(document).Find(id));

    [Fact]
    public void The_closest_form_wins()
    {
        var index = Index("a", "a.txt", "in/a.txt");

        Assert.Equal("a", index.Find("a"));
        Assert.Equal("a.txt", index.Find("a.txt"));
        Assert.Equal("in/a.txt", index.Find("in/a.txt"));
    }

    [Fact]
    public void An_id_that_matches_two_is_an_error_that_names_both()
    {
        var e = Assert.Throws<AmbiguousDocumentException>(() => Index("x/a.txt", "b.txt", "y/a.txt").Find("a"));

        Assert.Equal("Document 'a' matches more than one document: 'x/a.txt', 'y/a.txt'.", e.Message);
    }

    [Fact]
    public void A_document_is_named_as_the_other_side_writes_it()
    {
        var index = Index("in/a.txt", "in/b.txt");
        Assert.Equal("in/b.txt", index.AsFound("in/b.txt"));

        index.Find("a");

        Assert.Equal("b", index.AsFound("in/b.txt"));
    }

    [Fact]
    public void Documents_may_come_after_the_first_question()
    {
        var index = Index("a");
        Assert.Null(index.Find("b"));

        index.Add("b.txt", "b.txt");

        Assert.Equal("b.txt", index.Find("b"));
    }

    private static DocumentIndex<string> Index(params string[] documents)
    {
        var index = new DocumentIndex<string>();
        foreach (var document in documents)
            index.Add(document, document);
        return index;
    }
}
