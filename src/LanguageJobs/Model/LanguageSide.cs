namespace LanguageJobs;

/// <summary>Which of two results the labels agree with.</summary>
public enum LanguageSide
{
    /// <summary>The reference job is right.</summary>
    Reference,

    /// <summary>The difference job is right.</summary>
    Difference,

    /// <summary>Both are right.</summary>
    Both,

    /// <summary>Neither is right.</summary>
    Neither,
}
