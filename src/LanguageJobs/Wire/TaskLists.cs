using System.Globalization;

namespace LanguageJobs.Wire;

/// <summary>The tasks of a body in its order, with the lists that they stand in, so that a target such as <c>#/tasks/items/0</c> finds its task.</summary>
internal sealed class TaskLists
{
    /// <summary>The one list of dated versions; those of v3.x are named for a kind of task.</summary>
    public const string Items = "items";

    private const string Root = "#/tasks/";

    private readonly List<LanguageTask> tasks = [];
    private readonly List<(string Name, int First)> lists = [];

    /// <summary>Begins a list; the tasks that follow stand in it.</summary>
    public void Begin(string name) => lists.Add((name, tasks.Count));

    public void Add(LanguageTask task) => tasks.Add(task);

    public LanguageTask[] ToArray() => [.. tasks];

    /// <summary>The task that a job's error points to; null where the target is missing, of another form, or ambiguous.</summary>
    public LanguageTask? Find(string? target)
    {
        if (target is null || !target.StartsWith(Root, StringComparison.Ordinal) || target.Substring(Root.Length).Split('/') is not [var name, var number, ..])
            return null;
        var list = lists.FindIndex(known => known.Name == name);
        if (list < 0 || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return null;
        var first = lists[list].First;
        var end = list + 1 < lists.Count ? lists[list + 1].First : tasks.Count;
        return index < end - first && KeepsOrder(first, end) ? tasks[first + index] : null;
    }

    // Recorded answers list a health task first, wherever the request had it.
    private bool KeepsOrder(int first, int end) =>
        end - first == 1 || !tasks.GetRange(first, end - first).Exists(task => task.Kind == TaskKinds.Healthcare);
}
