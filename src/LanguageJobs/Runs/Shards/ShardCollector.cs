using LanguageJobs.Service;
using LanguageJobs.Wire;

namespace LanguageJobs.Runs;

/// <summary>Waits for the jobs of a shard, wherever they are, and writes their results down.</summary>
/// <param name="settings">What the run does.</param>
/// <param name="book">Where the results go.</param>
/// <param name="window">Learns of each job that is not in flight any more.</param>
/// <param name="stopSending">Called when no more jobs should be started, since even those that there are cannot be collected.</param>
/// <param name="cancellation">Ends the work.</param>
internal sealed class ShardCollector(RunSettings settings, ShardBook book, ShardWindow window, Action stopSending, CancellationToken cancellation)
{
    private const int QuestionsAtATime = 32;
    private const int MostAtOnce = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<JobClient, JobWatch> watches = [];

    /// <summary>Why a job could not be collected; null as long as each could.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Adds a job to those that are waited for.</summary>
    /// <param name="request">The request that started it.</param>
    /// <param name="justStarted">Whether it was started a moment ago.</param>
    public void Add(OpenRequest request, bool justStarted)
    {
        var address = JobAddress.Parse(request.Location ?? request.JobId!);
        var client = settings.Clients.First(client => client.Has(address));
        JobWatch? watch;
        lock (watches)
        {
            if (!watches.TryGetValue(client, out watch))
            {
                watch = new JobWatch(client, QuestionsAtATime, new LearningPollSchedule(), showStatistics: false, cancellation)
                {
                    PageSize = ApiDialect.LargestPage,
                };
                watches.Add(client, watch);
            }
        }
        watch.Add(request, address, justStarted);
    }

    /// <summary>Collects until nothing is left and nothing more will come.</summary>
    /// <exception cref="RunException">The results cannot be written.</exception>
    public async Task RunAsync(Task sending)
    {
        while (true)
        {
            // In this order: what is sent until here has been added by now.
            var isLast = sending.IsCompleted;
            if (isLast && Watches().All(watch => watch.IsDone))
                return;
            await SettleAsync(Take()).ConfigureAwait(false);
        }
    }

    private JobWatch[] Watches()
    {
        lock (watches)
            return [.. watches.Values];
    }

    private List<WatchOutcome> Take()
    {
        var outcomes = new List<WatchOutcome>();
        var all = Watches();
        if (all.Length == 0)
            cancellation.WaitHandle.WaitOne(Patience);
        cancellation.ThrowIfCancellationRequested();
        foreach (var watch in all)
        {
            while (outcomes.Count < MostAtOnce && watch.TryTake(out var outcome, outcomes.Count == 0 ? Patience : TimeSpan.Zero))
                outcomes.Add(outcome);
        }
        return outcomes;
    }

    private static bool IsAboutOneJob(Exception e) =>
        e is LanguageServiceException { Failure: ServiceFailure.InvalidResponse or ServiceFailure.NextLinkRepeated, ConcernsEndpoint: false };

    private async Task SettleAsync(List<WatchOutcome> outcomes)
    {
        var jobs = outcomes.Where(outcome => outcome.Job is not null).Select(outcome => ((OpenRequest)outcome.Source, outcome.Job!)).ToArray();
        if (jobs.Length > 0)
            await book.CollectAsync(jobs, settings.Tasks.Count).ConfigureAwait(false);
        foreach (var outcome in outcomes)
        {
            if (outcome.Failure is LanguageServiceException { Failure: ServiceFailure.JobNotFound })
            {
                await book.WriteAsync(new JournalEntry(JournalEvent.Purged, DateTimeOffset.UtcNow) { Request = ((OpenRequest)outcome.Source).Number })
                    .ConfigureAwait(false);
            }
            else if (outcome.Failure is { } failure)
            {
                Failure ??= failure;
                if (!IsAboutOneJob(failure))
                    stopSending();
            }
            window.Leave();
        }
    }
}
