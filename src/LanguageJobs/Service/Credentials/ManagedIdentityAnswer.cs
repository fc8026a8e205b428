namespace LanguageJobs.Service;

/// <summary>A token, or the reason why there is none and whether to try again.</summary>
internal sealed class ManagedIdentityAnswer
{
    public AccessToken? Token { get; init; }

    public string? Failure { get; init; }

    public bool IsTransient { get; init; }

    /// <summary>True when no answer came in time: the endpoint may be busy, or there may be none.</summary>
    public bool IsSilence { get; init; }

    public TimeSpan? RetryAfter { get; init; }
}
