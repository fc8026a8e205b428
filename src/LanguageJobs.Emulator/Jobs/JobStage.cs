namespace LanguageJobs.Emulator.Jobs;

internal enum JobStage
{
    NotStarted,
    Running,
    Finished,
    Cancelling,
    Cancelled,
}
