using System.Text.Encodings.Web;
using System.Text.Json;

namespace LanguageJobs.Wire;

/// <summary>A document as it goes into a request.</summary>
/// <param name="Id">Its id, unique within a request.</param>
/// <param name="Text">Its text, encoded once: the size of a request is known before it is written.</param>
/// <param name="Language">Its language, an ISO 639-1 code or <c>auto</c>; null for the project's own.</param>
internal sealed record InputDocument(string Id, JsonEncodedText Text, string? Language)
{
    public static readonly JavaScriptEncoder Encoder = new MinimalJsonEncoder();

    /// <exception cref="ArgumentException">The text is not valid Unicode: it contains half of a surrogate pair.</exception>
    public InputDocument(string id, string text, string? language) : this(id, JsonEncodedText.Encode(text, Encoder), language)
    {
    }
}
