namespace LanguageJobs.Commands;

/// <summary>Completes the ids of documents.</summary>
internal sealed class DocumentIdCompleter : SeenNameCompleter
{
    protected override IEnumerable<string> Names(SeenJob job) => job.DocumentIds;
}
