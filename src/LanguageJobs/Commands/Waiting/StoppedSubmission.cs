using System.Management.Automation.Host;
using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>
/// Says what became of a submission whose command was stopped while it was under way. The streams of a stopped pipeline throw, so the host
/// shows the line.
/// </summary>
internal static class StoppedSubmission
{
    // A little longer than the service has to answer.
    private static readonly TimeSpan LongestWait = AttemptTime.LongestFarewell + TimeSpan.FromSeconds(1);

    public static void Report(PSHost host, Task<LanguageJob> submission, string[] documentIds)
    {
        if (Outcome(submission) is { } outcome)
            host.UI?.WriteWarningLine($"The command was stopped. {outcome} Documents: {string.Join(", ", documentIds)}");
    }

    // Null where nothing was sent.
    private static string? Outcome(Task<LanguageJob> submission)
    {
        try
        {
            return submission.Wait(LongestWait)
                ? $"The service had accepted job {submission.Result.JobId}."
                : "The service gave no answer to the submission that was under way; it may have been accepted.";
        }
        catch (AggregateException e) when (e.InnerException is OperationCanceledException)
        {
            return null;
        }
        catch (AggregateException e)
        {
            return e.InnerException!.Message;
        }
    }
}
