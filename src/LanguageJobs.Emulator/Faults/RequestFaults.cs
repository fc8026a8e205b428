namespace LanguageJobs.Emulator.Faults;

/// <summary>Draws what goes wrong with a request.</summary>
internal sealed class RequestFaults(FaultOptions options, Draws draws)
{
    private readonly FaultKinds[] kinds =
        [.. Enum.GetValues<FaultKinds>().Where(kind => kind is not FaultKinds.None and not FaultKinds.All && options.Kinds.HasFlag(kind))];

    public FaultKinds Draw() => kinds.Length > 0 && draws.Happens(options.Rate) ? draws.Pick(kinds) : FaultKinds.None;

    public TimeSpan DrawSlowness() => draws.Draw(options.Slowness);

    /// <summary>Whether a request has its effect although its answer is lost.</summary>
    public bool DrawEffect(FaultKinds fault) =>
        fault is not FaultKinds.TooManyRequests and not FaultKinds.ServiceUnavailable && draws.Happens(options.TakenAllTheSame);
}
