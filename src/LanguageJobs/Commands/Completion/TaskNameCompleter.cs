namespace LanguageJobs.Commands;

/// <summary>Completes the names of tasks.</summary>
internal sealed class TaskNameCompleter : SeenNameCompleter
{
    protected override IEnumerable<string> Names(SeenJob job) => job.TaskNames;
}
