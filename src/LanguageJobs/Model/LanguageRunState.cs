namespace LanguageJobs;

/// <summary>What became of a document of a run.</summary>
public enum LanguageRunState
{
    /// <summary>Not sent yet, or sent and not finished.</summary>
    Pending,

    /// <summary>Its results of all tasks are in the run's folder.</summary>
    Collected,

    /// <summary>It could not be sent, or the service answered with an error. The run's folder says why.</summary>
    Refused,

    /// <summary>Nobody knows whether the service took it: no answer came, or the worker was killed before it came.</summary>
    Unsure,

    /// <summary>The service took it, and removed the results before they were collected.</summary>
    Purged,
}
