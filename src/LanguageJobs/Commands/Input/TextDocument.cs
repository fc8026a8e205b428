using System.Collections;
using System.Management.Automation;
using LanguageJobs.Service;
using LanguageJobs.Texts;

namespace LanguageJobs.Commands;

/// <summary>A document as a user gives it: a text, a file, or an object or a hashtable with a <c>Text</c>.</summary>
internal sealed record TextDocument(string? Id, string Text, string? Language)
{
    // UTF-16 and UTF-32 take up to four bytes where a request takes one.
    private const long LargestFile = 4L * DocumentPacker.MostBytes;

    /// <exception cref="DocumentRefusedException">The object holds no text.</exception>
    public static TextDocument Of(PSObject? value) => value?.BaseObject switch
    {
        null => throw Refused(new FormatException("The document is null.")),
        string text => new TextDocument(null, text, null),
        DirectoryInfo folder => throw Refused(new FolderException(folder.FullName)),
        _ when ObjectMember.Exists(value, "Text") => OfMembers(value),
        _ => throw Refused(new FormatException("The object is not a document. Use a string, a file, or an object with a Text and optionally an Id and a Language.")),
    };

    /// <summary>A file's text: UTF-8, or what its byte order mark says. The file's name is the id.</summary>
    /// <exception cref="DocumentRefusedException">The file is not text, or too large for any request.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TextDocument OfFile(string path)
    {
        var length = new FileInfo(path).Length;
        if (length > LargestFile)
        {
            throw new DocumentRefusedException(DocumentRefusal.DocumentTooLarge, FormattableString.Invariant(
                $"'{path}' is too large for a request: it has {length:N0} bytes. A request can have at most {DocumentPacker.MostBytes:N0} bytes."));
        }
        try
        {
            return new TextDocument(Path.GetFileName(path), TextFile.Read(path), null);
        }
        catch (FormatException e)
        {
            throw Refused(e);
        }
    }

    private static TextDocument OfMembers(PSObject value)
    {
        try
        {
            return new TextDocument(Member(value, "Id") ?? Member(value, "DocumentId"), Lines(value), Member(value, "Language"));
        }
        catch (FormatException e)
        {
            throw Refused(e);
        }
    }

    // Get-Content without -Raw, and JSON, give a text as a list of its lines.
    private static string Lines(PSObject value)
    {
        try
        {
            return ObjectMember.Value(value, "Text") is IList lines
                ? string.Join("\n", lines.Cast<object?>().Select(Line))
                : ObjectMember.Text(ObjectMember.Value(value, "Text")) ?? "";
        }
        catch (FormatException e)
        {
            throw new FormatException($"Text must be a string or a list of lines. {e.Message}", e);
        }
    }

    private static string Line(object? line) => ObjectMember.Bare(line) switch
    {
        null => "",
        string text => text,
        var other => throw new FormatException($"The list contains a value of type {other.GetType().Name}."),
    };

    // Rows are found by the id, so it is not changed, not even its blanks.
    private static string? Member(PSObject value, string name)
    {
        try
        {
            return ObjectMember.Text(ObjectMember.Value(value, name)) is { Length: > 0 } text ? text : null;
        }
        catch (FormatException e)
        {
            throw new FormatException($"{name} must be one value. {e.Message}", e);
        }
    }

    private static DocumentRefusedException Refused(Exception reason) => new(DocumentRefusal.InvalidDocument, reason.Message, reason);
}
