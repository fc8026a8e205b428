using System.Text.Json;
using LanguageJobs.Emulator.Dialects;
using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Jobs;

/// <summary>A job that somebody submitted. Its tasks are worked out once, beside the request that brought them.</summary>
internal sealed class SubmittedJob(string id, Submission submission, JobTimeline timeline, Task<TaskOutcome[]> work) : IJob
{
    /// <summary>The service keeps results for a day.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly int tasks = submission.Tasks.Count;
    private volatile JobError? failure;

    public string Id => id;

    public string? DisplayName { get; } = submission.DisplayName;

    public JobTimeline Timeline => timeline;

    public DateTimeOffset Expires => timeline.Start + Lifetime;

    public Task Prepare() => work;

    /// <summary>Lets every task of the job fail.</summary>
    public void Fail(JobError error) => failure = error;

    public void Write(Utf8JsonWriter writer, JobRequest request, JobProgress progress) =>
        JobDialect.For(request).Write(writer, Snapshot(progress), request);

    private JobSnapshot Snapshot(JobProgress progress)
    {
        var states = Enumerable.Range(0, tasks).Select(index => State(progress, index)).ToList();
        return new JobSnapshot(id, DisplayName, timeline.Start, Expires, StatusOf(progress, states), progress, states)
        {
            LastUpdate = LastUpdate(progress, states),
        };
    }

    private TaskState State(JobProgress progress, int index)
    {
        var outcome = failure is { } error ? work.Result[index] with { Documents = [], Error = error } : work.Result[index];
        var end = timeline.EndOf(index, tasks);
        if (progress.HasFinished(index, tasks))
            return new TaskState(outcome, outcome.Error is null ? "succeeded" : "failed", end);
        return progress.Stage == JobStage.Cancelled
            ? new TaskState(outcome with { Documents = [], Error = null }, "cancelled", timeline.End)
            : new TaskState(outcome, null, end);
    }

    private static string StatusOf(JobProgress progress, List<TaskState> states)
    {
        if (progress.Stage != JobStage.Finished)
            return progress.Word;
        if (states.TrueForAll(state => state.Status == "failed"))
            return "failed";
        return states.Exists(state => state.Status == "failed") ? "partiallyCompleted" : "succeeded";
    }

    private DateTimeOffset LastUpdate(JobProgress progress, List<TaskState> states) => progress.IsOver
        ? timeline.End
        : states.Where(state => state.Status is not null).Select(state => state.LastUpdate).DefaultIfEmpty(timeline.Start).Max();
}
