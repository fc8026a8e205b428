namespace LanguageJobs;

/// <summary>What only some kinds of tasks give a document. Kept apart, so that the many documents of custom tasks stay small.</summary>
internal sealed class DocumentExtras
{
    public string? RedactedText { get; set; }

    public IReadOnlyDictionary<string, string>? AdditionalProperties { get; set; }
}
