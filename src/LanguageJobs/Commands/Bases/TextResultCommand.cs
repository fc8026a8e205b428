using System.Management.Automation;
using LanguageJobs.Scoring;
using LanguageJobs.Texts;

namespace LanguageJobs.Commands;

/// <summary>A command about results and the documents' texts, where these are given.</summary>
public abstract class TextResultCommand : ResultCommand
{
    private TextSource? texts;

    internal TextResultCommand()
    {
    }

    /// <summary>Folders or files with the documents' texts. Offsets of any unit are then looked up in them. Wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? TextPath { get; set; }

    /// <summary>The documents' texts: objects with an Id and a Text.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public PSObject[]? Text { get; set; }

    /// <summary>Opens the texts.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        texts = TextInput.Open(this, TextPath, Text);
    }

    /// <summary>Finds a document's text; null where no texts were given.</summary>
    private protected Func<string, DocumentText?>? TextOf => texts is null ? null : FindText;

    /// <summary>What makes the whole meaningless ends the command.</summary>
    private protected void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (ScoringErrorRecords.Of(e, null) is { } record)
        {
            ThrowTerminatingError(record);
        }
    }

    /// <summary>One warning for documents that have the same to be said about them.</summary>
    private protected void Warn(string what, IReadOnlyCollection<string> documents)
    {
        if (documents.Count > 0)
            WriteWarning($"{what}: {NameList.Of([.. documents.Distinct()])}.");
    }

    /// <summary>What should be known of scores.</summary>
    private protected void WriteNotes(EvaluationNotes notes)
    {
        Warn("Labelled documents without a result count as missed", notes.Missing);
        Warn("Labelled documents that failed count as missed", notes.Failed);
        Warn("Documents without labels are not scored", notes.Unknown);
        Warn("No text was found for documents; their offsets are scored as UTF-16", notes.WithoutText);
        Warn("Results that stand nowhere in the text are scored where they say they are, in documents", notes.UnplacedResults);
        Warn("Labels lie outside the text, which may be another one than was labelled, in documents", notes.UnplacedLabels);
        Warn("Results without a confidence score are below every threshold but 0, in documents", notes.Unsure);
    }

    private DocumentText? FindText(string id)
    {
        try
        {
            return texts!.Find(id);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            WriteError(ErrorRecords.FileNotReadable(e, id));
            return null;
        }
    }
}
