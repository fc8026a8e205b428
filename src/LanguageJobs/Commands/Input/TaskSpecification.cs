using System.Collections;
using System.Management.Automation;
using LanguageJobs.Wire;

namespace LanguageJobs.Commands;

/// <summary>A task as a user describes it: <c>@{ Kind; ProjectName; DeploymentName; Name }</c>, as a hashtable or an object.</summary>
internal static class TaskSpecification
{
    private static readonly string[] Members = ["Kind", "ProjectName", "DeploymentName", "Name"];

    /// <exception cref="FormatException">A member is missing, unknown, or not what it may be.</exception>
    public static InputTask Read(object value, StringIndexType stringIndexType, bool loggingOptOut)
    {
        var given = MembersOf(value);
        if (given.Keys.FirstOrDefault(name => !Members.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new FormatException($"A task has no member '{unknown}'. It has {string.Join(", ", Members)}.");
        return new InputTask(
            KindOf(Required(given, "Kind")), Required(given, "ProjectName"), Required(given, "DeploymentName"),
            given.TryGetValue("Name", out var name) ? name : null, stringIndexType, loggingOptOut);
    }

    /// <summary>Refuses tasks that the service could not tell apart.</summary>
    /// <exception cref="FormatException">Two tasks of a kind have the same name, or none.</exception>
    public static void RequireNames(IReadOnlyList<InputTask> tasks)
    {
        var twice = tasks.GroupBy(task => (task.Kind, task.Name)).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw new FormatException($"Several tasks are of kind {twice.Key.Kind}: each needs a Name of its own.");
    }

    private static string KindOf(string kind) =>
        TaskKinds.Custom.FirstOrDefault(known => known.Equals(kind, StringComparison.OrdinalIgnoreCase))
        ?? throw new FormatException($"'{kind}' is not a kind of custom task. The kinds are {string.Join(", ", TaskKinds.Custom)}.");

    private static string Required(Dictionary<string, string> given, string name) =>
        given.TryGetValue(name, out var value) ? value : throw new FormatException($"A task needs a {name}.");

    private static Dictionary<string, string> MembersOf(object value)
    {
        var given = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if ((value is PSObject { BaseObject: IDictionary wrapped } ? wrapped : value as IDictionary) is { } entries)
        {
            foreach (DictionaryEntry entry in entries)
                Add($"{entry.Key}", entry.Value);
        }
        else
        {
            foreach (var property in PSObject.AsPSObject(value).Properties)
                Add(property.Name, property.Value);
        }
        return given;

        void Add(string name, object? member)
        {
            if ($"{member}".Trim() is { Length: > 0 } text)
                given[name] = text;
        }
    }
}
