namespace LanguageJobs;

/// <summary>A warning of the service about one document.</summary>
public sealed class LanguageWarning
{
    /// <summary>The service's word for it: <c>LongWordsInDocument</c>, <c>DocumentTruncated</c>, or one that came later.</summary>
    public string? Code { get; internal set; }

    /// <summary>What it means, in the service's words.</summary>
    public string? Message { get; internal set; }

    /// <summary>A JSON pointer to what the warning is about; usually null.</summary>
    public string? TargetRef { get; internal set; }

    /// <summary>The code and the message.</summary>
    public override string ToString() => $"{Code}: {Message}";
}
