namespace LanguageJobs.Wire;

/// <summary>The part of the API that has a job. The addresses differ, the answers are read alike.</summary>
internal enum JobArea
{
    /// <summary>The tasks for texts, in every version.</summary>
    AnalyzeText,

    /// <summary>The tasks for conversations, in the dated versions.</summary>
    Conversations,

    /// <summary>The health job of v3.x, which has an address of its own.</summary>
    Health,
}
