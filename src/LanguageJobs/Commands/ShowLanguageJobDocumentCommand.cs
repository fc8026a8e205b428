using System.Management.Automation;
using LanguageJobs.Reporting;

namespace LanguageJobs.Commands;

/// <summary>Shows documents with what was found in them: the text with its entities marked, and bars for the classes.</summary>
[Cmdlet(VerbsCommon.Show, "LanguageJobDocument", HelpUri = HelpPages.ShowLanguageJobDocument)]
[OutputType(typeof(LanguageHighlight))]
public sealed class ShowLanguageJobDocumentCommand : TextResultCommand
{
    private readonly List<string> withoutText = [];
    private NameFilter? documents;

    /// <summary>Only documents with one of these ids. Wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DocumentIdCompleter))]
    public string[]? DocumentId { get; set; }

    /// <summary>Prepares the filter.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        documents = new NameFilter(DocumentId);
    }

    /// <summary>Shows the remaining documents, and warns about missing texts.</summary>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (TextOf is not null)
            Warn("No text was found for these documents, so their entities are listed without it", withoutText);
        else if (withoutText.Count > 0)
            WriteWarning("No texts were given, so entities are listed without them. Use -TextPath or -Text to add the texts.");
    }

    private protected override void Take(LanguageDocument document)
    {
        if (documents!.Matches(document.DocumentId))
            Guarded(() => Show(document));
    }

    private protected override void Take(LanguageJobError error)
    {
        if (error.Scope != LanguageErrorScope.Document || documents!.Matches(error.DocumentId))
            base.Take(error);
    }

    private void Show(LanguageDocument document)
    {
        var id = document.DocumentId ?? "";
        var text = TextOf?.Invoke(id);
        if (text is null && document.Entities.Length > 0)
            withoutText.Add(id);
        WriteObject(Highlighter.Highlight(document, text));
    }
}
