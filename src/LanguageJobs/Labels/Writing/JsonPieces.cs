using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LanguageJobs.Labels;

/// <summary>
/// Writes JSON in pieces, each document on a line of its own, so that no more than one is in memory and people can compare files.
/// </summary>
/// <param name="stream">Where it goes.</param>
/// <param name="encoder">Which characters are escaped.</param>
internal sealed class JsonPieces(Stream stream, JavaScriptEncoder encoder)
{
    private readonly Utf8JsonWriter json = new(stream, new JsonWriterOptions { Encoder = encoder });

    /// <summary>Writes JSON as it is.</summary>
    public void Write(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        stream.Write(bytes, 0, bytes.Length);
    }

    /// <summary>Writes one value.</summary>
    public void Write(Action<Utf8JsonWriter> write)
    {
        json.Reset();
        write(json);
        json.Flush();
    }
}
