namespace LanguageJobs;

/// <summary>The language that the service detected in a document sent with <c>language: auto</c>.</summary>
/// <remarks>A plain string in 2022-07-01-preview, an object from 2022-10-01-preview on.</remarks>
public sealed class LanguageDetectedLanguage
{
    /// <summary>The language's English name; null where the service gives the code alone.</summary>
    public string? Name { get; internal set; }

    /// <summary>The language's ISO 639-1 code.</summary>
    public string? Iso6391Name { get; internal set; }

    /// <summary>The confidence, from 0 to 1; null when the service gave none.</summary>
    public double? ConfidenceScore { get; internal set; }

    /// <summary>True when the service could not tell and took the default language.</summary>
    public bool IsLanguageDefaulted { get; internal set; }

    /// <summary>The language's name, or its code.</summary>
    public override string ToString() => Name ?? Iso6391Name ?? "";
}
