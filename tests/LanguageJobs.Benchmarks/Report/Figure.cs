namespace LanguageJobs.Benchmarks.Report;

/// <summary>One line of the report: what was measured, beside what it is held against.</summary>
/// <param name="What">What was done.</param>
/// <param name="Measured">The module's own number.</param>
/// <param name="Limit">The physical limit, and how far from it that is.</param>
/// <param name="Peer">What else does the work, and how much faster or slower it is.</param>
/// <param name="Target">What was to be reached.</param>
/// <param name="Reached">Whether it was; null where nothing was asked for.</param>
public sealed record Figure(string What, string Measured, string Limit, string Peer, string Target, bool? Reached)
{
    public const string None = "–";

    public string ToRow() => $"| {What} | {Measured} | {Limit} | {Peer} | {Target} | {Mark} |";

    private string Mark => Reached switch
    {
        true => "yes",
        false => "**no**",
        null => None,
    };
}
