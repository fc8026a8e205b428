namespace LanguageJobs.Runs;

/// <summary>The work of one process at a run: its shards, one at a time for each connection.</summary>
internal sealed class RunWork
{
    private readonly RunSettings settings;
    private readonly ShardRun[] shards;

    public RunWork(RunSettings settings, IReadOnlyList<int> shards)
    {
        this.settings = settings;
        this.shards = [.. shards.Select(shard => new ShardRun(settings, shard, settings.Clients[shard % settings.Clients.Count]))];
    }

    /// <summary>What ended the work at shards.</summary>
    public IEnumerable<Exception> Failures => shards.Select(shard => shard.Failure).OfType<Exception>();

    /// <summary>How many documents are collected or refused.</summary>
    public long Settled => shards.Sum(shard => shard.Progress.Settled);

    /// <summary>How much of the input is behind, of all that the shards have to read; from 0 to 1.</summary>
    public double Share => shards.Sum(shard => (double)shard.Progress.Passed) / Math.Max(1, shards.Length * (double)settings.Input.Bytes);

    /// <summary>What holds the requests up; null when nothing does.</summary>
    public string? Holdup => settings.Clients.Select(client => client.Holdup).FirstOrDefault(holdup => holdup is not null);

    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var lanes = shards.GroupBy(shard => shard.Shard % settings.Clients.Count);
        await Task.WhenAll(lanes.Select(lane => Task.Run(() => RunAsync([.. lane], cancellation), CancellationToken.None))).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
    }

    public LanguageJobRun ToRun() => new(settings.Folder.Path)
    {
        ShardCount = settings.Plan.Shards,
        Shards = Array.ConvertAll(shards, shard => shard.ToShard()),
        Counts = shards.Select(shard => shard.ToShard().Counts).Aggregate(default(RunCounts), (sum, counts) => sum + counts),
        ExitCode = RunExitCode.Of(shards.Select(shard => shard.ExitCode)),
    };

    private static async Task RunAsync(ShardRun[] lane, CancellationToken cancellation)
    {
        foreach (var shard in lane)
        {
            cancellation.ThrowIfCancellationRequested();
            await shard.RunAsync(cancellation).ConfigureAwait(false);
            if (shard.Failure is { } failure && !IsAboutOneShard(failure))
                return;
        }
    }

    private static bool IsAboutOneShard(Exception e) =>
        e is RunException { Failure: RunFailure.ShardInUse or RunFailure.EndpointMissing or RunFailure.JobsLeft or RunFailure.ResultsDamaged };
}
