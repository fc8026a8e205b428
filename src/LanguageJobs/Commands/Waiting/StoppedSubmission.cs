using System.Management.Automation.Host;
using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>
/// Reports the outcome of a submission whose command was stopped while it was being sent. The streams of a stopped pipeline throw, so the
/// host shows the line.
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
                ? $"The service accepted job {submission.Result.JobId}."
                : "The service did not answer the last submission, which may have been accepted.";
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
