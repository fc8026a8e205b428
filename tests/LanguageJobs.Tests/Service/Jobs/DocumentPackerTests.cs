using LanguageJobs.Service;
using LanguageJobs.Wire;

namespace LanguageJobs.Tests.Service;

public class DocumentPackerTests
{
    private readonly DocumentPacker packer = new();

    private static string[] Ids(IReadOnlyList<InputDocument> documents) => [.. documents.Select(document => document.Id)];

    private DocumentRefusal Refused(string id, string text) =>
        Assert.Throws<DocumentRefusedException>(() => packer.Add(id, text, null)).Reason;

    [Fact]
    public void A_request_is_full_with_25_documents()
    {
        for (var i = 1; i <= 25; i++)
            Assert.Null(packer.Add($"{i}", "text", null));

        var full = packer.Add("26", "text", null);

        Assert.Equal(Enumerable.Range(1, 25).Select(i => $"{i}"), Ids(full!));
        Assert.Equal(["26"], Ids(packer.TakeAll()));
        Assert.Empty(packer.TakeAll());
    }

    [Fact]
    public void A_request_is_full_with_125000_text_elements_however_many_code_units_they_are()
    {
        // An é of two code points is one text element.
        var text = string.Concat(Enumerable.Repeat("e\u0301", 100_000));
        Assert.Null(packer.Add("1", text, null));
        Assert.Null(packer.Add("2", new string('x', 25_000), null));

        Assert.Equal(["1", "2"], Ids(packer.Add("3", "x", null)!));
    }

    [Fact]
    public void A_request_is_full_with_a_megabyte()
    {
        var text = string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 7_000));
        Assert.Null(packer.Add("1", text, null));
        Assert.Null(packer.Add("2", text, null));

        var full = packer.Add("3", text, null)!;

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
        packer.Add("1", "text", null);

        Assert.Equal(DocumentRefusal.DocumentTooLarge, Refused("2", new string('x', 125_001)));
        Assert.Equal(["1"], Ids(packer.TakeAll()));
    }

    [Fact]
    public void An_id_may_come_again_in_another_request_but_not_in_the_same()
    {
        packer.Add("1", "text", null);

        Assert.Equal(DocumentRefusal.DuplicateDocumentId, Refused("1", "other"));
        Assert.Equal(["1"], Ids(packer.TakeAll()));
        Assert.Null(packer.Add("1", "text", null));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused() => Assert.Equal(DocumentRefusal.InvalidDocument, Refused("1", "x\ud83d"));
}
