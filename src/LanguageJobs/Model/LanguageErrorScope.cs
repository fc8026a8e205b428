namespace LanguageJobs;

/// <summary>What an error is about.</summary>
public enum LanguageErrorScope
{
    /// <summary>The job as a whole.</summary>
    Job,

    /// <summary>One task; its documents have no results.</summary>
    Task,

    /// <summary>One document in one task; the other documents have theirs.</summary>
    Document,
}
