using System.Management.Automation;
using LanguageJobs.Service;
using LanguageJobs.Texts;

namespace LanguageJobs.Commands;

/// <summary>The texts that -TextPath and -Text give, which mean the same in every command.</summary>
internal static class TextInput
{
    /// <summary>
    /// The texts of a command's parameters; null when it has neither. Texts that cannot be used are errors of the command.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="paths">Folders and files; wildcards are permitted.</param>
    /// <param name="texts">Objects with an Id and a Text.</param>
    public static TextSource? Open(LanguageCommand command, string[]? paths, PSObject[]? texts)
    {
        if (paths is null && texts is null)
            return null;
        var source = new TextSource();
        foreach (var path in (paths ?? []).SelectMany(path => command.ResolveItems(path, command.WriteError)))
            Guarded(command, path, () => command.InBackground(() => Add(source, path)));
        foreach (var text in texts ?? [])
            Guarded(command, text, () => Add(source, text));
        return source;
    }

    private static void Add(TextSource source, string path)
    {
        if (Directory.Exists(path))
            source.AddFolder(path);
        else
            source.AddFile(path);
    }

    private static void Add(TextSource source, PSObject value)
    {
        var document = TextDocument.Of(value);
        source.Add(document.Id ?? throw new DocumentRefusedException(DocumentRefusal.InvalidDocument, "The text has no Id, so it cannot be assigned to a document."), document.Text);
    }

    private static void Guarded(LanguageCommand command, object target, Action action)
    {
        try
        {
            action();
        }
        catch (DocumentRefusedException e)
        {
            command.WriteError(ErrorRecords.DocumentRefused(e, target));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            command.WriteError(ErrorRecords.FileNotReadable(e, $"{target}"));
        }
    }
}
