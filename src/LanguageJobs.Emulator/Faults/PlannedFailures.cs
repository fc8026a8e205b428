namespace LanguageJobs.Emulator.Faults;

/// <summary>The documents, tasks and jobs that were singled out to fail.</summary>
internal sealed class PlannedFailures
{
    private readonly List<PlannedFailure> failures = [];
    private readonly Lock gate = new();

    public IReadOnlyList<PlannedFailure> All
    {
        get
        {
            lock (gate)
                return [.. failures];
        }
    }

    public void Add(PlannedFailure failure)
    {
        lock (gate)
            failures.Add(failure);
    }

    public PlannedFailure? TakeJob(string? displayName) => Take(displayName, failure => failure.Job);

    public PlannedFailure? TakeTask(string? name) => Take(name, failure => failure.Task);

    public PlannedFailure? TakeDocument(string id) => Take(id, failure => failure.Document);

    public void Clear()
    {
        lock (gate)
            failures.Clear();
    }

    private PlannedFailure? Take(string? name, Func<PlannedFailure, string?> nameOf)
    {
        if (name is null)
            return null;
        lock (gate)
        {
            var index = failures.FindIndex(failure => nameOf(failure) == name);
            if (index < 0)
                return null;
            var failure = failures[index];
            if (failure.Count == 1)
                failures.RemoveAt(index);
            else if (failure.Count > 1)
                failures[index] = failure with { Count = failure.Count - 1 };
            return failure;
        }
    }
}
