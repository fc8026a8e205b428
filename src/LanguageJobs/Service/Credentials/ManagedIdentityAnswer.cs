namespace LanguageJobs.Service;

/// <summary>A token, or the reason why there is none and whether to try again.</summary>
internal sealed class ManagedIdentityAnswer
{
    public AccessToken? Token { get; init; }

    public string? Failure { get; init; }

    public bool IsTransient { get; init; }

    /// <summary>True if the request timed out: the endpoint may be busy, or may not exist.</summary>
    public bool IsSilence { get; init; }

    public TimeSpan? RetryAfter { get; init; }
}
