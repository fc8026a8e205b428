using System.Globalization;

namespace LanguageJobs.Wire;

/// <summary>The target of a job's error, such as <c>#/tasks/items/0</c> or <c>#/tasks/keyPhraseExtractionTasks/1</c>: a place among the tasks of the request.</summary>
internal static class TaskTarget
{
    private const string Root = "#/tasks/";

    /// <summary>The task that a target points to; null where it is missing, of another form, or ambiguous.</summary>
    /// <param name="tasks">All tasks of the job, in the order of the answer.</param>
    /// <param name="target">The target.</param>
    public static LanguageTask? Find(LanguageTask[] tasks, string? target)
    {
        if (target is null || !target.StartsWith(Root, StringComparison.Ordinal) || target.Substring(Root.Length).Split('/') is not [var list, var number, ..])
            return null;
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return null;
        return list == "items" ? OfItems(tasks, index) : OfKind(tasks, TaskKinds.Normalize(list), index);
    }

    // Recorded answers list a health task first, wherever the request had it.
    private static LanguageTask? OfItems(LanguageTask[] tasks, int index) =>
        index >= tasks.Length || (tasks.Length > 1 && Array.Exists(tasks, task => task.Kind == TaskKinds.Healthcare)) ? null : tasks[index];

    private static LanguageTask? OfKind(LanguageTask[] tasks, string kind, int index) =>
        tasks.Where(task => task.Kind == kind).ElementAtOrDefault(index);
}
