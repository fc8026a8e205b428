namespace LanguageJobs.Service;

/// <summary>The outcome of one try of a request: a reply, or a failure and whether to retry.</summary>
internal sealed record AttemptOutcome
{
    private AttemptOutcome()
    {
    }

    public ServiceReply? Reply { get; private init; }

    public LanguageServiceException? Failure { get; private init; }

    /// <summary>True when the same request may succeed later and can safely be repeated.</summary>
    public bool MayRepeat { get; private init; }

    /// <summary>True when the credential was refused and another one can be obtained.</summary>
    public bool MayRenew { get; init; }

    public static AttemptOutcome Succeeded(ServiceReply reply) => new() { Reply = reply };

    /// <summary>Failed, and would fail again.</summary>
    public static AttemptOutcome Failed(LanguageServiceException failure) => new() { Failure = failure };

    public static AttemptOutcome FailedForNow(LanguageServiceException failure) => new() { Failure = failure, MayRepeat = true };
}
