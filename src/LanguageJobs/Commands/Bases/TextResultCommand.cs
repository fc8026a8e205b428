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

    /// <summary>Errors that make the result meaningless end the command.</summary>
    private protected virtual void Guarded(Action action)
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

    /// <summary>One warning for all documents with the same problem.</summary>
    private protected void Warn(string what, IReadOnlyCollection<string> documents)
    {
        if (documents.Count > 0)
            WriteWarning($"{what}: {NameList.Of([.. documents.Distinct()])}.");
    }

    /// <summary>Warns about documents that affect the scores.</summary>
    private protected void WriteNotes(EvaluationNotes notes)
    {
        Warn("These labelled documents have no result and count as missed", notes.Missing);
        Warn("These labelled documents failed and count as missed", notes.Failed);
        Warn("These documents have no labels and are not scored", notes.Unknown);
        Warn("No text was found for these documents, so their offsets are scored as UTF-16", notes.WithoutText);
        Warn("Some results were not found in the texts of these documents and are scored by their offsets", notes.UnplacedResults);
        Warn("Some labels are outside the texts of these documents, which may have changed since they were labelled", notes.UnplacedLabels);
        Warn("These documents have results without a confidence score, which count only at threshold 0", notes.Unsure);
    }

    private DocumentText? FindText(string id)
    {
        try
        {
            return InBackground(() => texts!.Find(id));
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            WriteError(ErrorRecords.FileNotReadable(e, id));
            return null;
        }
    }
}
