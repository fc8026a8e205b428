namespace LanguageJobs.Runs;

/// <summary>Reads the folder of a run, whoever works on it.</summary>
internal static class RunReader
{
    /// <summary>What became of the documents so far.</summary>
    /// <exception cref="RunException">The folder has no plan, or one that cannot be read.</exception>
    /// <exception cref="IOException">A journal cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A journal may not be read.</exception>
    public static LanguageJobRun Read(RunFolder folder)
    {
        var plan = Plan(folder);
        var shards = Enumerable.Range(0, plan.Shards).Select(shard => ReadShard(folder, shard)).ToArray();
        var counts = shards.Aggregate(default(RunCounts), (sum, shard) => sum + shard.Shard.Counts);
        return new LanguageJobRun(folder.Path)
        {
            ShardCount = plan.Shards,
            Shards = Array.ConvertAll(shards, shard => shard.Shard),
            Counts = counts,
            ExitCode = shards.All(shard => shard.IsReadToEnd) ? RunExitCode.Of(counts) : RunExitCode.ComeAgain,
            Started = shards.Min(shard => shard.Shard.Started),
            Ended = Array.TrueForAll(shards, shard => shard.Shard.IsDone) ? shards.Max(shard => shard.Shard.Ended) : null,
        };
    }

    /// <summary>The documents that the journals have, shard by shard.</summary>
    /// <exception cref="RunException">The folder has no plan, or one that cannot be read.</exception>
    /// <exception cref="IOException">A journal cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A journal may not be read.</exception>
    public static IEnumerable<LanguageJobRunDocument> Documents(RunFolder folder) =>
        Enumerable.Range(0, Plan(folder).Shards).SelectMany(shard => Documents(folder, shard));

    private static RunPlan Plan(RunFolder folder) => PlanFile.Find(folder)
        ?? throw new RunException(RunFailure.RunNotFound, $"'{folder.Path}' is not the folder of a run: it has no run.json.", folder.Path);

    private static (LanguageJobRunShard Shard, bool IsReadToEnd) ReadShard(RunFolder folder, int number)
    {
        var state = ShardState.Read(folder.Journal(number));
        var done = DoneFile.Find(folder.Done(number));
        var shard = new LanguageJobRunShard(number)
        {
            Counts = done?.Counts ?? state.Counts,
            Holder = state.Holder,
            IsDone = done is not null,
            Started = state.Started,
            Ended = done?.At,
        };
        return (shard, done is not null || state.IsReadToEnd);
    }

    private static IEnumerable<LanguageJobRunDocument> Documents(RunFolder folder, int shard)
    {
        var journal = folder.Journal(shard);
        var state = new ShardState();
        var jobs = new Dictionary<int, string?>();
        var codes = new Dictionary<int, string?>();
        var failed = new Dictionary<(int, string), string?>();
        foreach (var entry in JournalFile.Entries(journal))
        {
            state.Apply(entry);
            if (entry.Event == JournalEvent.Accepted)
                jobs[entry.Request] = entry.JobId;
            else if (entry.Event == JournalEvent.Refused && entry.Request > 0)
                codes[entry.Request] = entry.Code;
            else if (entry.Event == JournalEvent.Collected)
                foreach (var document in entry.Documents)
                    failed[(entry.Request, document.Id)] = document.Code;
        }
        foreach (var entry in JournalFile.Entries(journal))
        {
            if (entry.Event == JournalEvent.Refused && entry.Request == 0)
            {
                foreach (var document in entry.Documents)
                    yield return new LanguageJobRunDocument(document.Id, shard, LanguageRunState.Refused) { Code = document.Code };
            }
            else if (entry.Event == JournalEvent.Submitting && StateOf(state[entry.Request]) is { } requestState)
            {
                jobs.TryGetValue(entry.Request, out var job);
                codes.TryGetValue(entry.Request, out var code);
                foreach (var document in entry.Documents)
                {
                    var hasFailed = failed.TryGetValue((entry.Request, document.Id), out var own);
                    yield return new LanguageJobRunDocument(document.Id, shard, hasFailed ? LanguageRunState.Refused : requestState)
                    {
                        JobId = job,
                        Code = own ?? code,
                    };
                }
            }
        }
    }

    // Null for a request whose documents were sent again, or will be.
    private static LanguageRunState? StateOf(RequestState state) => state switch
    {
        RequestState.Collected => LanguageRunState.Collected,
        RequestState.Refused => LanguageRunState.Refused,
        RequestState.Unsure => LanguageRunState.Unsure,
        RequestState.Purged => LanguageRunState.Purged,
        RequestState.Withdrawn => null,
        _ => LanguageRunState.Pending,
    };
}
