namespace LanguageJobs.Service;

/// <summary>How the wait for one job ended: with the job, whole, or with a failure.</summary>
internal sealed record WatchOutcome(object Source, LanguageJob? Job, Exception? Failure);
