using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>A command that emits rows of documents, in the service's order.</summary>
public abstract class JobRowCommand : JobResultCommand
{
    private NameFilter? documents;

    internal JobRowCommand()
    {
    }

    /// <summary>Only rows of documents with one of these ids. Wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DocumentIdCompleter))]
    public string[]? DocumentId { get; set; }

    /// <summary>Prepares the filters.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        documents = new NameFilter(DocumentId);
    }

    private protected abstract void EmitRows(LanguageDocument document);

    private protected virtual void EmitError(LanguageJobError error) => WriteError(ErrorRecords.Of(error));

    private protected override void Take(LanguageDocument document)
    {
        if (documents!.Matches(document.DocumentId))
            EmitRows(document);
    }

    private protected override void Take(LanguageJobError error)
    {
        if (error.Scope != LanguageErrorScope.Document || documents!.Matches(error.DocumentId))
            EmitError(error);
    }
}
