using LanguageJobs.Service;
using LanguageJobs.Wire;

namespace LanguageJobs.Tests.Service;

public class DocumentPackerTests
{
    private readonly DocumentPacker packer = new();

    private static string[] Ids(IReadOnlyList<InputDocument> documents) => [.. documents.Select(document => document.Id)];

    private DocumentRefusal Refused(string id, string text) =>
        Assert.Throws<DocumentRefusedException>(() => packer.Add(id, 1, text, null)).Reason;

    [Fact]
    public void A_request_is_full_with_25_documents()
    {
        for (var i = 1; i <= 25; i++)
            Assert.Null(packer.Add($"{i}", 1, "text", null));

        var full = packer.Add("26", 1, "text", null);

        Assert.Equal(Enumerable.Range(1, 25).Select(i => $"{i}"), Ids(full!));
        Assert.Equal(["26"], Ids(packer.TakeAll()));
        Assert.Empty(packer.TakeAll());
    }

    [Fact]
    public void A_request_is_full_with_125000_text_elements_however_many_code_units_they_are()
    {
        // An é of two code points is one text element.
        var text = string.Concat(Enumerable.Repeat("e\u0301", 100_000));
        Assert.Null(packer.Add("1", 1, text, null));
        Assert.Null(packer.Add("2", 1, new string('x', 25_000), null));

        Assert.Equal(["1", "2"], Ids(packer.Add("3", 1, "x", null)!));
    }

    [Fact]
    public void A_request_is_full_with_a_megabyte()
    {
        var text = string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 14_000));
        Assert.Null(packer.Add("1", 1, text, null));
        Assert.Null(packer.Add("2", 1, text, null));

        var full = packer.Add("3", 1, text, null)!;

        Assert.Equal(["1", "2"], Ids(full));
        var request = new SubmitRequest(null, full, []);
        Assert.InRange(ApiDialect.For("2025-11-01").WriteRequest(request).Length, 500_000, DocumentPacker.MostBytes);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public void An_empty_document_is_refused(string text) => Assert.Equal(DocumentRefusal.EmptyDocument, Refused("1", text));

    [Fact]
    public void A_document_that_fits_no_request_is_refused_and_leaves_the_others_alone()
    {
        packer.Add("1", 1, "text", null);

        Assert.Equal(DocumentRefusal.DocumentTooLarge, Refused("2", new string('x', 125_001)));
        Assert.Equal(["1"], Ids(packer.TakeAll()));
    }

    [Fact]
    public void A_document_whose_id_comes_again_goes_into_the_next_request()
    {
        Assert.Null(packer.Add("a", 1, "text", null));
        Assert.Null(packer.Add("b", 2, "text", null));

        Assert.Equal(["a", "b"], Ids(packer.Add("a", 3, "other", null)!));
        Assert.Equal(["a"], Ids(packer.TakeAll()));
    }

    [Fact]
    public void A_document_without_an_id_gets_the_number_of_its_place_or_the_next_that_is_free()
    {
        packer.Add("2", 1, "text", null);
        packer.Add(null, 2, "text", null);
        packer.Add(null, 3, "text", null);
        packer.Add(null, 9, "text", null);

        Assert.Equal(["2", "3", "4", "9"], Ids(packer.TakeAll()));
    }

    [Fact]
    public void A_number_is_given_once_also_in_the_next_request()
    {
        packer.Add("1", 1, "text", null);
        packer.Add(null, 1, "text", null);
        Assert.Equal(["1", "2"], Ids(packer.TakeAll()));

        packer.Add(null, 2, "text", null);

        Assert.Equal(["3"], Ids(packer.TakeAll()));
    }

    [Fact]
    public void An_emoji_counts_as_the_four_bytes_that_it_is()
    {
        var emoji = string.Concat(Enumerable.Repeat("😀", 90_000));

        Assert.Null(packer.Add("1", 1, emoji, null));

        var request = new SubmitRequest(null, packer.TakeAll(), []);
        Assert.InRange(ApiDialect.For("2025-11-01").WriteRequest(request).Length, 360_000, 361_000);
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("\0")]
    public void What_holds_a_NUL_is_not_text(string text) => Assert.Equal(DocumentRefusal.InvalidDocument, Refused("1", text));

    [Fact]
    public void Half_a_surrogate_pair_is_refused() => Assert.Equal(DocumentRefusal.InvalidDocument, Refused("1", "x\ud83d"));
}
