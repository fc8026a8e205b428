namespace LanguageJobs;

/// <summary>What differs between two results for the same entity or class.</summary>
public enum LanguageChange
{
    /// <summary>Only the difference job has it.</summary>
    Added,

    /// <summary>Only the reference job has it.</summary>
    Removed,

    /// <summary>The category differs.</summary>
    Relabelled,

    /// <summary>The offset or the length differs.</summary>
    Moved,

    /// <summary>The confidence score differs by at least the minimum.</summary>
    Rescored,
}
