namespace LanguageJobs.Commands;

/// <summary>Which documents of a run are sent again.</summary>
public enum RunResubmission
{
    /// <summary>Those that the service may or may not have taken. Where it has, they are paid for twice.</summary>
    Unsure,

    /// <summary>Those whose results the service no longer had. They are paid for twice.</summary>
    Purged,
}
