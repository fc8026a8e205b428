namespace LanguageJobs.Runs;

/// <summary>What ends the work at a shard, or at a whole run; each is the id of an error.</summary>
internal enum RunFailure
{
    /// <summary>The folder belongs to a run with another plan.</summary>
    RunPlanDiffers,

    /// <summary>The folder is not that of a run.</summary>
    RunNotFound,

    /// <summary>The folder's plan cannot be read.</summary>
    RunPlanNotReadable,

    /// <summary>The shard is none of the plan.</summary>
    NoSuchShard,

    /// <summary>The input cannot be read, or is not what it should be.</summary>
    InputNotUsable,

    /// <summary>Documents are not what they were when they were sent.</summary>
    InputChanged,

    /// <summary>Jobs of the shard are at an endpoint that no connection was given for.</summary>
    EndpointMissing,

    /// <summary>The service refused each of the first requests: the task is wrong rather than the documents.</summary>
    RunRefused,

    /// <summary>The folder cannot be written to.</summary>
    RunNotWritable,

    /// <summary>A file of results is shorter than the journal says.</summary>
    ResultsDamaged,

    /// <summary>Another process works on the shard.</summary>
    ShardInUse,

    /// <summary>Jobs could not be collected.</summary>
    JobsLeft,
}
