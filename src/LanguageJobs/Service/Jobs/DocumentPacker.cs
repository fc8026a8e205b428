using System.Globalization;
using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>
/// Packs documents into requests, in input order, within the service's limits:
/// 25 documents, 125,000 text elements ([D] service limits; recorded as 413) and 1 MB.
/// </summary>
internal sealed class DocumentPacker
{
    public const int MostDocuments = 25;
    public const int MostTextElements = 125_000;
    public const int MostBytes = 1_000_000;

    // Space for everything else in a request: names of tasks and projects, and the JSON around each document.
    private const int BytesAround = 8_000;
    private const int BytesAroundDocument = 64;

    private readonly List<InputDocument> documents = [];
    private readonly HashSet<string> ids = [];
    private int lastNumber;
    private int textElements;
    private int bytes = BytesAround;

    /// <summary>Adds a document.</summary>
    /// <param name="id">Its id; null for one that gets a number.</param>
    /// <param name="place">Its place in the input, from 1: the number that it gets, or the next one that is free.</param>
    /// <param name="text">Its text.</param>
    /// <param name="language">Its language; null for the project's own.</param>
    /// <returns>The documents of a full request, without this one; null while there is room.</returns>
    /// <exception cref="DocumentRefusedException">The document does not fit into any request.</exception>
    public IReadOnlyList<InputDocument>? Add(string? id, int place, string text, string? language)
    {
        id ??= NextNumber(place);
        var document = Encode(id, text, language);
        var elements = new StringInfo(text).LengthInTextElements;
        var size = document.Text.EncodedUtf8Bytes.Length + 6 * id.Length + BytesAroundDocument;
        if (elements > MostTextElements || size > MostBytes - BytesAround)
        {
            throw new DocumentRefusedException(DocumentRefusal.DocumentTooLarge, FormattableString.Invariant(
                $"Document '{id}' is too large: it has {elements:N0} characters and {size:N0} bytes. A request can have at most {MostTextElements:N0} characters and {MostBytes:N0} bytes."));
        }

        // Ids must be unique in a request, so a document with a repeated id goes into the next request.
        var fits = documents.Count < MostDocuments && textElements + elements <= MostTextElements && bytes + size <= MostBytes && !ids.Contains(id);
        var full = fits ? null : TakeAll();
        ids.Add(id);
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

    private string NextNumber(int place)
    {
        lastNumber = Math.Max(place, lastNumber + 1);
        while (ids.Contains(Text(lastNumber)))
            lastNumber++;
        return Text(lastNumber);

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    private static InputDocument Encode(string id, string text, string? language)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new DocumentRefusedException(DocumentRefusal.EmptyDocument, $"Document '{id}' is empty.");
        if (text.IndexOf('\0') >= 0)
            throw new DocumentRefusedException(DocumentRefusal.InvalidDocument, $"Document '{id}' contains NUL characters, so it is not text.");
        try
        {
            return new InputDocument(id, text, language);
        }
        catch (ArgumentException e)
        {
            throw new DocumentRefusedException(
                DocumentRefusal.InvalidDocument, $"Document '{id}' is not valid Unicode: it contains half of a surrogate pair.", e);
        }
    }
}
