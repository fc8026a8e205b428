using System.Globalization;
using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>
/// Packs documents into requests, in the order in which they come, each as full as the service allows:
/// 25 documents, 125,000 text elements ([D] service limits; recorded as 413) and 1 MB.
/// </summary>
internal sealed class DocumentPacker
{
    public const int MostDocuments = 25;
    public const int MostTextElements = 125_000;
    public const int MostBytes = 1_000_000;

    // What a request holds besides texts: names of tasks and projects, and the braces and names around each document.
    private const int BytesAround = 8_000;
    private const int BytesAroundDocument = 64;

    private readonly List<InputDocument> documents = [];
    private readonly HashSet<string> ids = [];
    private int textElements;
    private int bytes = BytesAround;

    /// <summary>Adds a document.</summary>
    /// <returns>The documents of a request that is full now, without this one; null as long as there is room.</returns>
    /// <exception cref="DocumentRefusedException">The document can go into no request, or not into this one.</exception>
    public IReadOnlyList<InputDocument>? Add(string id, string text, string? language)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new DocumentRefusedException(DocumentRefusal.EmptyDocument, $"Document '{id}' is empty.");
        var document = Encode(id, text, language);
        var elements = new StringInfo(text).LengthInTextElements;
        var size = document.Text.EncodedUtf8Bytes.Length + 6 * id.Length + BytesAroundDocument;
        if (elements > MostTextElements || size > MostBytes - BytesAround)
        {
            throw new DocumentRefusedException(DocumentRefusal.DocumentTooLarge, FormattableString.Invariant(
                $"Document '{id}' is too large: {elements:N0} characters, {size:N0} bytes; a request may have {MostTextElements:N0} and {MostBytes:N0}."));
        }

        var fits = documents.Count < MostDocuments && textElements + elements <= MostTextElements && bytes + size <= MostBytes;
        var full = fits ? null : TakeAll();
        if (!ids.Add(id))
        {
            throw new DocumentRefusedException(
                DocumentRefusal.DuplicateDocumentId, $"Document '{id}' is refused: the same request has a document with this id already.");
        }
        documents.Add(document);
        textElements += elements;
        bytes += size;
        return full;
    }

    /// <summary>Takes the documents that are left, for the last request.</summary>
    public IReadOnlyList<InputDocument> TakeAll()
    {
        InputDocument[] all = [.. documents];
        documents.Clear();
        ids.Clear();
        textElements = 0;
        bytes = BytesAround;
        return all;
    }

    private static InputDocument Encode(string id, string text, string? language)
    {
        try
        {
            return new InputDocument(id, text, language);
        }
        catch (ArgumentException e)
        {
            throw new DocumentRefusedException(
                DocumentRefusal.InvalidDocument, $"Document '{id}' is not valid Unicode: it holds half of a surrogate pair.", e);
        }
    }
}
