using LanguageJobs.Emulator.Jobs;

namespace LanguageJobs.Emulator.Faults;

/// <summary>Lets jobs, tasks and documents fail: those that were singled out, and a share of the others.</summary>
internal sealed class JobFailures(FaultOptions options, Plan<PlannedFailure> planned, Draws draws)
{
    public JobError? OfJob(string? displayName) =>
        Planned(displayName, failure => failure.Job) is { } failure ? Error(failure, "job") : Draw(options.FailedJobs, "job");

    public JobError? OfTask(string? name) =>
        Planned(name, failure => failure.Task) is { } failure ? Error(failure, "task") : Draw(options.FailedTasks, "task");

    public DocumentError? OfDocument(string id)
    {
        if (Planned(id, failure => failure.Document) is { } failure)
            return new DocumentError(failure.Code ?? "InvalidDocument", failure.Message ?? Message("document"));
        return draws.Happens(options.FailedDocuments) ? new DocumentError("InvalidDocument", Message("document")) : null;
    }

    /// <summary>How a job, or each of its tasks, says that it was made to fail.</summary>
    public static JobError Error(PlannedFailure failure, string what) =>
        new(failure.Code ?? "InternalServerError", failure.Message ?? Message(what));

    private PlannedFailure? Planned(string? name, Func<PlannedFailure, string?> nameOf) =>
        name is null ? null : planned.Take(failure => nameOf(failure) == name);

    private JobError? Draw(double share, string what) =>
        draws.Happens(share) ? new JobError("InternalServerError", Message(what)) : null;

    private static string Message(string what) => $"The emulator was told to let this {what} fail.";
}
