namespace LanguageJobs.Emulator.Faults;

/// <summary>What goes wrong with a request: what was planned for it, else what is drawn.</summary>
internal sealed class RequestFaults(FaultOptions options, Plan<PlannedFault> planned, Draws draws)
{
    private readonly FaultKinds[] kinds =
        [.. Enum.GetValues<FaultKinds>().Where(kind => kind is not FaultKinds.None and not FaultKinds.All && options.Kinds.HasFlag(kind))];

    public PlannedFault? Next(JobOperation operation) => planned.Take(fault => fault.Operation is null || fault.Operation == operation) ?? Draw();

    private PlannedFault? Draw()
    {
        if (kinds.Length == 0 || !draws.Happens(options.Rate))
            return null;
        var kind = draws.Pick(kinds);
        return new PlannedFault
        {
            Kind = kind,
            Delay = kind == FaultKinds.SlowAnswer ? draws.Draw(options.Slowness) : default,
            Taken = kind is not FaultKinds.TooManyRequests and not FaultKinds.ServiceUnavailable && draws.Happens(options.TakenAllTheSame),
        };
    }
}
