namespace LanguageJobs.Service;

/// <summary>
/// The time limit for one try. It ends at once when its command is stopped. Only a submission that is being sent gets some seconds to be
/// answered, because an accepted job is billed and must not get lost.
/// </summary>
internal sealed class AttemptTime : IDisposable
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(100);

    /// <summary>How long a submission is waited for after its command was stopped.</summary>
    public static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource over = new(Longest);
    private readonly CancellationTokenRegistration stop;

    /// <param name="submission">The submission; null for a request of another kind.</param>
    /// <param name="cancellation">The end of the command.</param>
    public AttemptTime(SubmissionContent? submission, CancellationToken cancellation) => stop = cancellation.Register(() =>
    {
        if (submission is { IsUnderWay: true })
            over.CancelAfter(LongestFarewell);
        else
            over.Cancel();
    });

    public CancellationToken Token => over.Token;

    public void Dispose()
    {
        stop.Dispose();
        over.Dispose();
    }
}
