namespace LanguageJobs.Emulator.Faults;

/// <summary>Lets jobs, tasks and documents fail.</summary>
internal sealed class JobFailures(FaultOptions options, Draws draws)
{
    public bool DrawJob() => draws.Happens(options.FailedJobs);

    public bool DrawTask() => draws.Happens(options.FailedTasks);

    public bool DrawDocument() => draws.Happens(options.FailedDocuments);
}
