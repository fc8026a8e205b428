using System.Collections.Concurrent;
using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>
/// Watches any number of jobs under one schedule. The job that has been due longest is polled first; where the request limit
/// applies, all jobs wait their turn in that order, so none starves. After a transient error a job gets a later turn; other jobs are not
/// delayed.
/// </summary>
internal sealed class JobWatch
{
    private readonly JobClient client;
    private readonly PollSchedule schedule;
    private readonly bool showStatistics;
    private readonly CancellationToken cancellation;
    private readonly Clock clock;
    private readonly SemaphoreSlim slots;
    private readonly SemaphoreSlim changed = new(0);
    private readonly SortedSet<WatchedJob> waiting = new(Comparer<WatchedJob>.Create(InOrder));
    private readonly ConcurrentDictionary<long, WatchedJob> watched = new();
    private readonly BlockingCollection<WatchOutcome> outcomes = [];
    private long added;
    private long taken;
    private long deadline = long.MaxValue;

    /// <param name="client">Asks for the jobs.</param>
    /// <param name="throttleLimit">The maximum number of concurrent requests.</param>
    /// <param name="schedule">When to poll a job again.</param>
    /// <param name="showStatistics">Whether finished jobs are read with statistics.</param>
    /// <param name="cancellation">Ends the watch.</param>
    public JobWatch(JobClient client, int throttleLimit, PollSchedule schedule, bool showStatistics, CancellationToken cancellation)
    {
        this.client = client;
        clock = client.Clock;
        this.showStatistics = showStatistics;
        this.cancellation = cancellation;
        this.schedule = schedule;
        slots = new SemaphoreSlim(throttleLimit);
        _ = Task.Run(RunAsync, cancellation);
    }

    /// <summary>Called with each answer about a job, on the thread of the answer.</summary>
    public Action<LanguageJob>? Seen { get; init; }

    /// <summary>How many documents a question for a job's state brings along. Small jobs that come whole with it need no further request.</summary>
    public int PageSize { get; init; } = ApiDialect.SmallestPage;

    /// <summary>How many jobs were added.</summary>
    public long Added => Interlocked.Read(ref added);

    /// <summary>The jobs whose wait has not ended.</summary>
    public ICollection<WatchedJob> Left => watched.Values;

    /// <summary>True when the outcome of every job has been taken.</summary>
    public bool IsDone => taken == Added;

    /// <summary>Watches a job. One that was only just started is first asked for after an interval.</summary>
    public void Add(object source, JobAddress address, bool justStarted)
    {
        var job = new WatchedJob(source, address, Interlocked.Increment(ref added), clock.Elapsed);
        watched[job.Number] = job;
        Schedule(job, justStarted ? schedule.Interval(TimeSpan.Zero) : TimeSpan.Zero);
    }

    /// <summary>Sets how much longer the watch may take.</summary>
    public void EndIn(TimeSpan time) => Interlocked.Exchange(ref deadline, (clock.Elapsed + time).Ticks);

    /// <summary>
    /// Gives jobs up once the time is over. Each of them is polled at least once before, and a finished one is
    /// read to its end.
    /// </summary>
    public IEnumerable<WatchedJob> GiveUp()
    {
        if (clock.Elapsed.Ticks < Interlocked.Read(ref deadline))
            yield break;
        foreach (var job in watched.Values.Where(job => job.MayBeGivenUp).OrderBy(job => job.Number))
        {
            if (watched.TryRemove(job.Number, out _))
            {
                taken++;
                yield return job;
            }
        }
    }

    /// <summary>Takes an outcome, in the order in which waits end.</summary>
    public bool TryTake(out WatchOutcome outcome, TimeSpan patience)
    {
        var took = outcomes.TryTake(out outcome!, (int)patience.TotalMilliseconds, cancellation);
        if (took)
            taken++;
        return took;
    }

    private static int InOrder(WatchedJob? a, WatchedJob? b)
    {
        var byTime = a!.Due.CompareTo(b!.Due);
        return byTime != 0 ? byTime : a.Number.CompareTo(b.Number);
    }

    private async Task RunAsync()
    {
        while (true)
        {
            if (TakeDue(out var wait) is { } job)
            {
                await slots.WaitAsync(cancellation).ConfigureAwait(false);
                _ = AskAsync(job);
            }
            else
            {
                await clock.WaitAsync(changed, wait, cancellation).ConfigureAwait(false);
            }
        }
    }

    private WatchedJob? TakeDue(out TimeSpan wait)
    {
        lock (waiting)
        {
            wait = Timeout.InfiniteTimeSpan;
            if (waiting.Min is not { } first)
                return null;
            var left = first.Due - clock.Elapsed;
            if (left > TimeSpan.Zero)
            {
                // A timer that counts in milliseconds must not come too early and spin.
                wait = left + TimeSpan.FromMilliseconds(1);
                return null;
            }
            waiting.Remove(first);
            return first;
        }
    }

    private void Schedule(WatchedJob job, TimeSpan wait)
    {
        lock (waiting)
        {
            job.Due = PollSchedule.Due(clock.Elapsed, wait);
            waiting.Add(job);
            // Threads that wait for a later job must check again.
            if (waiting.Min == job)
                changed.Release();
        }
    }

    private async Task AskAsync(WatchedJob job)
    {
        try
        {
            if (!watched.ContainsKey(job.Number))
                return;
            var poll = await client.PollAsync(job.Address, PageSize, cancellation).ConfigureAwait(false);
            job.Seen(poll, clock.Elapsed);
            Seen?.Invoke(poll.Job);
            if (poll.Job.IsFinished)
                schedule.Learn(poll.Job);
            if (!poll.Job.IsFinished)
                Schedule(job, schedule.Interval(job.Age(clock.Elapsed)));
            else if (poll.IsOnlyPage && !showStatistics)
                End(job, Whole(poll.Job), null);
            else
                End(job, await client.GetJobAsync(job.Address, showStatistics, cancellation).ConfigureAwait(false), null);
        }
        catch (LanguageServiceException e) when (IsPassing(e))
        {
            Retry(job, e);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            End(job, null, e);
        }
        catch (OperationCanceledException)
        {
            // The watch is over; outcomes are no longer taken.
        }
        finally
        {
            slots.Release();
        }
    }

    private static LanguageJob Whole(LanguageJob onlyPage)
    {
        onlyPage.IsWhole = true;
        return onlyPage;
    }

    private static bool IsPassing(LanguageServiceException e) => !e.ConcernsEndpoint
        && e.Failure is (ServiceFailure.TooManyRequests or ServiceFailure.ServiceUnavailable or ServiceFailure.ConnectionFailed);

    private void Retry(WatchedJob job, LanguageServiceException e)
    {
        // A 429 says nothing about the job, so it is not counted as a failure.
        job.Missed(countsAgainstIt: e.Failure != ServiceFailure.TooManyRequests);
        if (job.Failures > client.Connection.MaximumRetryCount)
            End(job, null, e);
        else if ((clock.Elapsed + e.RetryAfter)?.Ticks > Interlocked.Read(ref deadline))
            End(job, null, e.With(RetryHint.Sentence(e.RetryAfter!.Value, clock.Now) + " That is after the wait's -Timeout."));
        else
            Schedule(job, RetryPolicy.Wait(Math.Max(job.Failures, 1), e.RetryAfter));
    }

    // A job that was given up in the meantime has already been taken.
    private void End(WatchedJob job, LanguageJob? whole, Exception? failure)
    {
        if (watched.TryRemove(job.Number, out _))
            outcomes.Add(new WatchOutcome(job.Source, whole, failure));
    }
}
