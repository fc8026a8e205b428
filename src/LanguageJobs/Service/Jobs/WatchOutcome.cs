namespace LanguageJobs.Service;

/// <summary>How the wait for one job ended: with the whole job, or with a failure.</summary>
internal sealed record WatchOutcome(object Source, LanguageJob? Job, Exception? Failure);
