using System.Management.Automation;
using LanguageJobs.Scoring;
using LanguageJobs.Texts;

namespace LanguageJobs.Commands;

/// <summary>A command that holds results against labels or other results, in the documents' texts where these are given.</summary>
public abstract class ScoringCommand : ResultCommand
{
    private TextSource? texts;

    internal ScoringCommand()
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

    private protected abstract void TakeFailure(LanguageJobError failure);

    // A failed document is part of the score. A failed task or job leaves nothing to score, which is an error.
    private protected override void Take(LanguageJobError error)
    {
        if (error.Scope == LanguageErrorScope.Document)
            TakeFailure(error);
        else
            base.Take(error);
    }

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
