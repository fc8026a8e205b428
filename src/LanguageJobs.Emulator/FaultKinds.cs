namespace LanguageJobs.Emulator;

/// <summary>What can go wrong on the way to an answer.</summary>
[Flags]
public enum FaultKinds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>408, the operation timed out.</summary>
    Timeout = 1,

    /// <summary>429 with <c>Retry-After: 1</c>. A submission is never taken.</summary>
    TooManyRequests = 2,

    /// <summary>500.</summary>
    InternalServerError = 4,

    /// <summary>503. A submission is never taken.</summary>
    ServiceUnavailable = 8,

    /// <summary>504 with a body that is text, not JSON.</summary>
    GatewayTimeout = 16,

    /// <summary>The connection is cut before the answer.</summary>
    ConnectionCut = 32,

    /// <summary>The connection is cut in the middle of the answer's body.</summary>
    BodyCut = 64,

    /// <summary>The answer is right, but comes late.</summary>
    SlowAnswer = 128,

    /// <summary>Everything.</summary>
    All = Timeout | TooManyRequests | InternalServerError | ServiceUnavailable | GatewayTimeout | ConnectionCut | BodyCut | SlowAnswer,
}
