using System.Collections;
using System.Management.Automation;
using LanguageJobs.Wire;

namespace LanguageJobs.Commands;

/// <summary>Makes a task of what a user gives: parameters of a command, or <c>@{ Kind; ProjectName; DeploymentName; Name; TaskParameter }</c>.</summary>
/// <param name="unit">The unit of offsets, for the tasks that have them.</param>
/// <param name="loggingOptOut">Whether the service is asked not to keep the texts.</param>
internal sealed class TaskSpecification(StringIndexType unit, bool loggingOptOut)
{
    private static readonly string[] Members = ["Kind", "ProjectName", "DeploymentName", "Name", "TaskParameter"];

    /// <exception cref="FormatException">The kind is unknown, or does not go with the rest.</exception>
    public InputTask Create(string kind, string? projectName, string? deploymentName, string? name, IDictionary? parameters)
    {
        kind = TaskKinds.Startable.FirstOrDefault(known => known.Equals(kind, StringComparison.OrdinalIgnoreCase))
            ?? throw new FormatException($"'{kind}' is not a kind of task. The kinds are {string.Join(", ", TaskKinds.Startable)}.");
        var all = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        AddName(all, kind, InputTask.ProjectName, "ProjectName", projectName);
        AddName(all, kind, InputTask.DeploymentName, "DeploymentName", deploymentName);
        if (loggingOptOut)
            all[InputTask.LoggingOptOut] = true;
        if (TaskKinds.HasOffsets(kind))
            all[InputTask.StringIndexType] = unit.ToString();
        foreach (var parameter in TaskParameters.Read(parameters ?? new Hashtable()))
        {
            // A given parameter is sent under its name, and replaces what the module would send.
            all.Remove(parameter.Key);
            all[parameter.Key] = parameter.Value;
        }
        return new InputTask(kind, name, all);
    }

    /// <exception cref="FormatException">A member is missing, unknown, or not what it may be.</exception>
    public InputTask Read(PSObject value)
    {
        if (NamesOf(value).FirstOrDefault(name => !Members.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new FormatException($"A task has no member '{unknown}'. Its members are {string.Join(", ", Members)}.");
        return Create(
            ObjectMember.Text(value, "Kind") ?? throw new FormatException("A task needs a Kind."),
            ObjectMember.Text(value, "ProjectName"), ObjectMember.Text(value, "DeploymentName"), ObjectMember.Text(value, "Name"),
            ParametersOf(value));
    }

    /// <summary>Refuses tasks that the service could not distinguish.</summary>
    /// <exception cref="FormatException">Two tasks of a kind have the same name, or none.</exception>
    public static void RequireNames(IReadOnlyList<InputTask> tasks)
    {
        var twice = tasks.GroupBy(task => (task.Kind, task.Name)).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw new FormatException($"Several tasks are of kind {twice.Key.Kind}. Give each of them a different Name.");
    }

    private static void AddName(Dictionary<string, object> parameters, string kind, string parameter, string member, string? value)
    {
        if (TaskKinds.IsCustom(kind))
            parameters[parameter] = value is { Length: > 0 } ? value : throw new FormatException($"A task of kind {kind} needs a {member}.");
        else if (value is { Length: > 0 })
            throw new FormatException($"A task of kind {kind} takes no {member}: only custom kinds belong to a project.");
    }

    private static IDictionary? ParametersOf(PSObject value) => ObjectMember.Value(value, "TaskParameter") is not { } given ? null
        : given as IDictionary ?? throw new FormatException("The TaskParameter of a task must be a hashtable, such as @{ modelVersion = 'latest' }.");

    private static IEnumerable<string> NamesOf(PSObject value) => value.BaseObject is IDictionary entries
        ? entries.Keys.Cast<object>().Select(key => $"{key}")
        : value.Properties.Select(property => property.Name);
}
