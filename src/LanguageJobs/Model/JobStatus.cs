namespace LanguageJobs;

/// <summary>What the service's words for the state of a job or a task mean. An open set, compared in any case.</summary>
internal static class JobStatus
{
    private static readonly HashSet<string> Finished = new(StringComparer.OrdinalIgnoreCase)
    {
        "succeeded", "completed", "partiallyCompleted", "partiallySucceeded", "failed", "cancelled", "rejected",
    };

    public static bool IsFinished(string? status) => status is not null && Finished.Contains(status);

    public static bool IsFailed(string? status) => Is(status, "failed") || Is(status, "rejected");

    private static bool Is(string? status, string word) => string.Equals(status, word, StringComparison.OrdinalIgnoreCase);
}
