namespace LanguageJobs.Storage;

/// <summary>
/// Appends to this process's segment of a history: at once, or together with what else comes within a second. A history that cannot be
/// written to costs one warning and no job.
/// </summary>
internal sealed class HistoryWriter
{
    // A listing reads segments whole, so they must not grow for as long as a process lives.
    private const int LargestSegment = 256 * 1024;

    private static readonly TimeSpan Batch = TimeSpan.FromSeconds(1);

    private readonly HistoryFiles files;
    private readonly object gate = new();
    private readonly MemoryStream pending = new();
    private readonly Timer timer;
    private JournalWriter? segment;
    private bool isRunning;
    private bool mayFold;
    private string? warning;
    private bool hasWarned;

    public HistoryWriter(HistoryFiles files)
    {
        this.files = files;
        timer = new Timer(_ => Tick());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Flush();
        AppDomain.CurrentDomain.DomainUnload += (_, _) => Flush();
    }

    /// <summary>Appends now.</summary>
    public void Write(RememberedJob job)
    {
        lock (gate)
        {
            HistoryLine.Write(pending, job);
            WritePending();
        }
    }

    /// <summary>Appends within a second.</summary>
    public void Queue(RememberedJob job)
    {
        lock (gate)
        {
            HistoryLine.Write(pending, job);
            StartTimer();
        }
    }

    /// <summary>Appends what is queued.</summary>
    public void Flush()
    {
        lock (gate)
            WritePending();
    }

    /// <summary>Looks, in the background, whether there is something to fold.</summary>
    public void Fold()
    {
        lock (gate)
        {
            mayFold = true;
            StartTimer();
        }
    }

    /// <summary>Leaves the segment, so that it can be folded. What comes next goes into a new one.</summary>
    public void CloseSegment()
    {
        lock (gate)
        {
            WritePending();
            segment?.Dispose();
            segment = null;
        }
    }

    /// <summary>Why the history cannot be written to; said once.</summary>
    public string? TakeWarning()
    {
        if (warning is null || hasWarned)
            return null;
        hasWarned = true;
        return warning;
    }

    private void Tick()
    {
        try
        {
            isRunning = false;
            Flush();
            if (!mayFold)
                return;
            mayFold = false;
            HistoryFold.RunWhereItPays(files);
        }
        catch (Exception e)
        {
            // No exception of a timer may escape, because it would end the process.
            Warn(e);
        }
    }

    private void WritePending()
    {
        if (pending.Length == 0)
            return;
        try
        {
            Segment().Append(pending.GetBuffer(), (int)pending.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            segment?.Dispose();
            segment = null;
            Warn(e);
        }
        pending.SetLength(0);
    }

    private void StartTimer()
    {
        if (isRunning)
            return;
        isRunning = true;
        timer.Change(Batch, Timeout.InfiniteTimeSpan);
    }

    private void Warn(Exception e) => warning ??=
        $"The history of jobs in '{files.Folder}' cannot be written to: {e.Message} Jobs run as usual, but new ones are not remembered. "
        + $"Set the environment variable {HistoryFolder.Variable} to another folder, or to off.";

    private JournalWriter Segment()
    {
        // The folder may have been deleted.
        if (segment is not null && (segment.Length > LargestSegment || !File.Exists(segment.Path)))
        {
            segment.Dispose();
            segment = null;
        }
        if (segment is null)
        {
            segment = files.NewSegment();
            mayFold = true;
            StartTimer();
        }
        return segment;
    }
}
