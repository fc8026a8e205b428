namespace LanguageJobs.Emulator;

/// <summary>A request that the emulator has seen, and how it ended.</summary>
/// <param name="Time">When it arrived, on the emulator's clock.</param>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path and query.</param>
/// <param name="Status">The HTTP status of the answer; null when the connection was cut before one.</param>
/// <param name="RequestId">The value of <c>apim-request-id</c>.</param>
public sealed record RequestRecord(DateTimeOffset Time, string Method, string Path, int? Status, string RequestId)
{
    /// <summary>What it wanted of the job API; null for any other route.</summary>
    public JobOperation? Operation { get; init; }

    /// <summary>The fault that it met, as <c>--fault</c> spells it, or the status of a planned answer; null for none.</summary>
    public string? Fault { get; init; }

    /// <summary>Why it was refused or not found, for people; null where the status says enough.</summary>
    public string? Reason { get; init; }
}
