using System.Management.Automation;
using System.Text;
using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>A document as a user gives it: a text, a file, or an object with a <c>Text</c>.</summary>
internal sealed record TextDocument(string? Id, string Text, string? Language)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="DocumentRefusedException">The object holds no text.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TextDocument Of(PSObject? value) => value?.BaseObject switch
    {
        string text => new TextDocument(null, text, null),
        FileInfo file => OfFile(file.FullName),
        not null when value.Properties["Text"] is { } text => new TextDocument(
            Member(value, "Id") ?? Member(value, "DocumentId"), $"{text.Value}", Member(value, "Language")),
        _ => throw new DocumentRefusedException(
            DocumentRefusal.InvalidDocument, "The object is no document: give a text, a file, or an object with a Text and optionally an Id and a Language."),
    };

    /// <summary>A file's text: UTF-8, or what its byte order mark says. The file's name is the id.</summary>
    /// <exception cref="DocumentRefusedException">The file is not text in UTF-8.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TextDocument OfFile(string path)
    {
        try
        {
            return new TextDocument(Path.GetFileName(path), File.ReadAllText(path, StrictUtf8), null);
        }
        catch (DecoderFallbackException e)
        {
            throw new DocumentRefusedException(
                DocumentRefusal.InvalidDocument, $"'{path}' is not UTF-8 text, and has no byte order mark that says what else it is.", e);
        }
    }

    private static string? Member(PSObject value, string name) => value.Properties[name]?.Value?.ToString() is { Length: > 0 } text ? text : null;
}
