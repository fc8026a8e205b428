namespace LanguageJobs.Service;

/// <summary>A token, or why there is none and whether it is worth asking again.</summary>
internal sealed class ManagedIdentityAnswer
{
    public AccessToken? Token { get; init; }

    public string? Failure { get; init; }

    public bool IsTransient { get; init; }

    public TimeSpan? RetryAfter { get; init; }
}
