namespace LanguageJobs.Runs;

/// <summary>What became of a request.</summary>
internal enum RequestState : byte
{
    /// <summary>The journal does not have it: its line is torn.</summary>
    Missing,
    Submitting,
    Accepted,
    Collected,
    Refused,
    Unsure,
    Purged,

    /// <summary>The service did not take it, or the user wants its documents sent again.</summary>
    Withdrawn,
}
