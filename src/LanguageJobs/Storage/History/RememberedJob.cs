namespace LanguageJobs.Storage;

/// <summary>
/// What the history knows about a job, or one event: never texts, document ids or keys. Later events are merged into
/// earlier ones; values that they do not have are kept.
/// </summary>
internal sealed record RememberedJob(string JobId, DateTimeOffset At)
{
    /// <summary>The last whole day of results: the service purges them 24 hours after it took the job.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>When the service took the job; before the service has said so, when it accepted it.</summary>
    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public DateTimeOffset? Expires { get; init; }

    public string? Status { get; init; }

    public string? DisplayName { get; init; }

    public string? Endpoint { get; init; }

    public string? ApiVersion { get; init; }

    /// <summary>The job's address at the service.</summary>
    public string? Location { get; init; }

    public string[]? Kinds { get; init; }

    public string[]? Projects { get; init; }

    public int? DocumentCount { get; init; }

    public int? Completed { get; init; }

    public int? Failed { get; init; }

    public int? InProgress { get; init; }

    public int? Total { get; init; }

    public string? ExportedTo { get; init; }

    /// <summary>How far the service's time was ahead of this machine's; null when that was not known.</summary>
    public TimeSpan? Skew { get; init; }

    /// <summary>True for a job that was started here: nothing was known of it before.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>True once the finished job was read whole.</summary>
    public bool IsRead { get; init; }

    /// <summary>True once the service said that it does not have the job any more.</summary>
    public bool IsPurged { get; init; }

    /// <summary>True when what was known before has been cleared.</summary>
    public bool IsForgotten { get; init; }

    /// <summary>Members that a newer version of the module wrote, as raw JSON by name.</summary>
    public IReadOnlyDictionary<string, string>? Others { get; init; }

    /// <summary>What jobs are sorted by.</summary>
    public DateTimeOffset Key => Created ?? At;

    /// <summary>True for a finished job whose results have not been read yet, and may still be had.</summary>
    public bool IsUnread => !IsRead && !IsPurged && ExportedTo is null && JobStatus.IsFinished(Status);

    /// <summary>What is known of a job that was accepted: nothing but what the request said.</summary>
    public static RememberedJob Accepted(LanguageJob job, DateTimeOffset now, TimeSpan? skew) => new(job.JobId!, now)
    {
        Created = now + (skew ?? TimeSpan.Zero),
        DisplayName = job.DisplayName,
        Endpoint = job.Endpoint,
        ApiVersion = job.ApiVersion,
        Location = job.OperationLocation,
        Kinds = job.Kinds,
        Projects = job.Projects,
        DocumentCount = job.DocumentCount,
        Skew = skew,
        IsAccepted = true,
    };

    /// <summary>What the service says about a job.</summary>
    public static RememberedJob Of(LanguageJob job, DateTimeOffset now, TimeSpan? skew) => new(job.JobId!, now)
    {
        Created = job.CreatedDateTime,
        Updated = job.LastUpdateDateTime,
        Expires = job.ExpirationDateTime,
        Status = job.Status,
        DisplayName = job.DisplayName,
        Endpoint = job.Endpoint,
        ApiVersion = job.ApiVersion,
        Location = job.OperationLocation,
        Kinds = job.Kinds is { Length: > 0 } kinds ? kinds : null,
        Projects = job.Projects is { Length: > 0 } projects ? projects : null,
        DocumentCount = job.DocumentCount,
        Completed = job.Completed,
        Failed = job.Failed,
        InProgress = job.InProgress,
        Total = job.Total,
        Skew = skew,
    };

    /// <summary>Puts two pieces of knowledge about one job together, whichever was learned first.</summary>
    public static RememberedJob Merge(RememberedJob one, RememberedJob other)
    {
        var (old, young) = one.At <= other.At ? (one, other) : (other, one);
        if (young.IsForgotten || old.IsForgotten)
            return young;
        // A clock that was set back must not bring a finished job back to life.
        var state = JobStatus.IsFinished(old.Status) && !JobStatus.IsFinished(young.Status) ? old : young;
        return young with
        {
            Created = young is { IsAccepted: true } && old.Created is not null ? old.Created : young.Created ?? old.Created,
            Updated = state.Updated ?? old.Updated,
            Expires = young.Expires ?? old.Expires,
            Status = state.Status ?? old.Status,
            DisplayName = young.DisplayName ?? old.DisplayName,
            Endpoint = young.Endpoint ?? old.Endpoint,
            ApiVersion = young.ApiVersion ?? old.ApiVersion,
            Location = young.Location ?? old.Location,
            Kinds = young.Kinds ?? old.Kinds,
            Projects = young.Projects ?? old.Projects,
            DocumentCount = young.DocumentCount ?? old.DocumentCount,
            Completed = state.Completed ?? old.Completed,
            Failed = state.Failed ?? old.Failed,
            InProgress = state.InProgress ?? old.InProgress,
            Total = state.Total ?? old.Total,
            ExportedTo = young.ExportedTo ?? old.ExportedTo,
            Skew = young.Skew ?? old.Skew,
            IsAccepted = young.IsAccepted || old.IsAccepted,
            IsRead = young.IsRead || old.IsRead,
            IsPurged = young.IsPurged || old.IsPurged,
            Others = Merge(old.Others, young.Others),
        };
    }

    /// <summary>The job as commands emit it. It holds no results.</summary>
    public LanguageJob ToJob() => new(new JobIdentity { JobId = JobId })
    {
        DisplayName = DisplayName,
        Status = Status,
        CreatedDateTime = Created,
        LastUpdateDateTime = Updated,
        ExpirationDateTime = Expires,
        Completed = Completed ?? 0,
        Failed = Failed ?? 0,
        InProgress = InProgress ?? 0,
        Total = Total ?? 0,
        Endpoint = Endpoint,
        ApiVersion = ApiVersion,
        OperationLocation = Location,
        Kinds = Kinds ?? [],
        Projects = Projects ?? [],
        DocumentCount = DocumentCount,
        ExportedTo = ExportedTo,
        IsPurged = IsPurged,
        Skew = Skew,
    };

    private static IReadOnlyDictionary<string, string>? Merge(IReadOnlyDictionary<string, string>? old, IReadOnlyDictionary<string, string>? young)
    {
        if (old is null || young is null)
            return young ?? old;
        var both = old.ToDictionary(member => member.Key, member => member.Value);
        foreach (var member in young)
            both[member.Key] = member.Value;
        return both;
    }
}
