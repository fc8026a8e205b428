namespace LanguageJobs.Emulator.Faults;

/// <summary>The kinds of faults as command lines and control requests spell them.</summary>
internal static class FaultNames
{
    private static readonly Dictionary<string, FaultKinds> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["408"] = FaultKinds.Timeout,
        ["429"] = FaultKinds.TooManyRequests,
        ["500"] = FaultKinds.InternalServerError,
        ["503"] = FaultKinds.ServiceUnavailable,
        ["504"] = FaultKinds.GatewayTimeout,
        ["cut"] = FaultKinds.ConnectionCut,
        ["body-cut"] = FaultKinds.BodyCut,
        ["slow"] = FaultKinds.SlowAnswer,
    };

    /// <exception cref="FormatException">No fault has that name.</exception>
    public static FaultKinds Parse(string name) => Kinds.TryGetValue(name, out var kind)
        ? kind
        : throw new FormatException($"'{name}' is not a known fault. Known are {string.Join(", ", Kinds.Keys)}.");

    public static bool IsOne(FaultKinds kind) => Kinds.ContainsValue(kind);

    public static string Of(FaultKinds kind) => Kinds.First(entry => entry.Value == kind).Key;
}
