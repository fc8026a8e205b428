using System.Diagnostics;
using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>A command's progress bar: shown once the command has taken a while, drawn five times a second at most, and ended with the command.</summary>
/// <param name="command">The command.</param>
/// <param name="activity">What it does.</param>
/// <param name="patience">How long it may take before the bar is shown.</param>
internal sealed class ProgressBar(Cmdlet command, string activity, TimeSpan patience)
{
    private static readonly TimeSpan BetweenRecords = TimeSpan.FromMilliseconds(200);

    // Each command of a pipeline has its own bar, with an id that scripts are unlikely to use.
    private static int lastId = 1_284_000_000;

    private readonly int id = Interlocked.Increment(ref lastId);
    private readonly Stopwatch time = Stopwatch.StartNew();
    private TimeSpan next = patience;
    private bool isShown;

    /// <summary>Draws the bar when it is due.</summary>
    public void Show(Func<ProgressState> state)
    {
        if (time.Elapsed < next)
            return;
        next = time.Elapsed + BetweenRecords;
        isShown = true;
        var now = state();
        command.WriteProgress(new ProgressRecord(id, activity, now.Text) { PercentComplete = now.Percent, SecondsRemaining = now.SecondsLeft });
    }

    public void End()
    {
        if (isShown)
            command.WriteProgress(new ProgressRecord(id, activity, "Done") { RecordType = ProgressRecordType.Completed });
    }
}
