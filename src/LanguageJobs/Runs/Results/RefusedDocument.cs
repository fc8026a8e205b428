namespace LanguageJobs.Runs;

/// <summary>A document without results, and why.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">The module's error id, or the service's innermost code.</param>
/// <param name="Message">What that means.</param>
internal sealed record RefusedDocument(string Id, string Code, string? Message)
{
    /// <summary>The hash of its content; 0 for one that was not sent.</summary>
    public ulong Content { get; init; }

    public string? JobId { get; init; }

    public string? TaskName { get; init; }

    public string? TaskKind { get; init; }

    public JournalDocument ToJournal() => new(Id, Content, Code);
}
