namespace LanguageJobs.Runs;

/// <summary>What a line of a shard's journal says. Each word is written down as it stands here, in lower case.</summary>
internal enum JournalEvent
{
    /// <summary>A word of a newer version; the line is passed over.</summary>
    Unknown,

    /// <summary>A worker took the shard.</summary>
    Opened,

    /// <summary>The worker left it in an orderly way.</summary>
    Closed,

    /// <summary>The input has been read to its end; so many documents of it belong to the shard.</summary>
    Read,

    /// <summary>A request is about to be sent.</summary>
    Submitting,

    /// <summary>The service took the request.</summary>
    Accepted,

    /// <summary>The service certainly did not take it; its documents are sent again.</summary>
    Returned,

    /// <summary>Nobody knows whether the service took it.</summary>
    Unsure,

    /// <summary>The service refused the request, or these documents cannot be sent.</summary>
    Refused,

    /// <summary>The results of the job are in a part.</summary>
    Collected,

    /// <summary>The service no longer has the job.</summary>
    Purged,

    /// <summary>The user wants the documents of the request to be sent again.</summary>
    Released,
}
