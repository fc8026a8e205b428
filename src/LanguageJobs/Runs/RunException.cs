namespace LanguageJobs.Runs;

/// <summary>Ends the work at a shard, or at a run.</summary>
internal sealed class RunException(RunFailure failure, string message, object? subject = null, Exception? inner = null) : Exception(message, inner)
{
    public RunFailure Failure { get; } = failure;

    /// <summary>What it is about: a path, or a shard's number.</summary>
    public object? Subject { get; } = subject;
}
