using System.Globalization;

namespace LanguageJobs.Commands;

/// <summary>What a person should know about a run: what is missing and what to do.</summary>
internal static class RunNotes
{
    public static IEnumerable<string> Of(LanguageJobRun run)
    {
        if (run.Refused > 0)
            yield return $"{Documents(run.Refused)} refused. The files in '{Path.Combine(run.Path, "errors")}' say why.";
        if (run.Unsure > 0)
            yield return $"{Documents(run.Unsure)} unsure: the service may have taken them, but gave no answer. -Resubmit Unsure sends them again, and they may be billed twice.";
        if (run.Purged > 0)
            yield return $"{Documents(run.Purged)} purged: the service took them, and deleted the results before they were collected. -Resubmit Purged sends them again, and they are billed again.";
        if (run.Pending > 0)
            yield return $"{Documents(run.Pending)} pending: not sent yet, or not finished. Run the same command again to continue.";
    }

    private static string Documents(long count) =>
        count == 1 ? "1 document is" : string.Format(CultureInfo.InvariantCulture, "{0:N0} documents are", count);
}
