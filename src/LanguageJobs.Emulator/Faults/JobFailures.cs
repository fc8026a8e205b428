using LanguageJobs.Emulator.Jobs;

namespace LanguageJobs.Emulator.Faults;

/// <summary>Lets jobs, tasks and documents fail: those that were singled out, and a share of the others.</summary>
internal sealed class JobFailures(FaultOptions options, PlannedFailures planned, Draws draws)
{
    public JobError? OfJob(string? displayName) =>
        planned.TakeJob(displayName) is { } failure ? Error(failure, "job") : Draw(options.FailedJobs, "job");

    public JobError? OfTask(string? name) =>
        planned.TakeTask(name) is { } failure ? Error(failure, "task") : Draw(options.FailedTasks, "task");

    public DocumentError? OfDocument(string id)
    {
        if (planned.TakeDocument(id) is { } failure)
            return new DocumentError(failure.Code ?? "InvalidDocument", failure.Message ?? Message("document"));
        return draws.Happens(options.FailedDocuments) ? new DocumentError("InvalidDocument", Message("document")) : null;
    }

    /// <summary>How a job, or each of its tasks, says that it was made to fail.</summary>
    public static JobError Error(PlannedFailure failure, string what) =>
        new(failure.Code ?? "InternalServerError", failure.Message ?? Message(what));

    private JobError? Draw(double share, string what) =>
        draws.Happens(share) ? new JobError("InternalServerError", Message(what)) : null;

    private static string Message(string what) => $"The emulator was told to let this {what} fail.";
}
