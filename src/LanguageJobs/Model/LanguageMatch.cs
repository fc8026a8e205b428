namespace LanguageJobs;

/// <summary>When an entity counts as found. All but <see cref="Exact"/> are measures of SemEval-2013, task 9.1.</summary>
public enum LanguageMatch
{
    /// <summary>Same category, same offset, same length.</summary>
    Exact,

    /// <summary>Same offset and length, whatever the category.</summary>
    Boundary,

    /// <summary>Same offset and length, whatever the category; an overlap counts half.</summary>
    Partial,

    /// <summary>Same category, and the two overlap.</summary>
    Type,
}
