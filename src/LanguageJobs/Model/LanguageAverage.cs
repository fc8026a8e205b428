namespace LanguageJobs;

/// <summary>How the figures of several categories become one.</summary>
public enum LanguageAverage
{
    /// <summary>All entities or classes together: every one weighs the same.</summary>
    Micro,

    /// <summary>The mean of the categories: every category weighs the same.</summary>
    Macro,

    /// <summary>The mean of the categories, each weighed by its labels.</summary>
    Weighted,
}
