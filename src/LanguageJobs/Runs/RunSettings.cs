using LanguageJobs.Service;
using LanguageJobs.Wire;

namespace LanguageJobs.Runs;

/// <summary>What all shards of a run have in common.</summary>
/// <param name="Folder">Where it is.</param>
/// <param name="Plan">What it does.</param>
/// <param name="Input">Its documents.</param>
/// <param name="Tasks">What to do with them.</param>
internal sealed record RunSettings(RunFolder Folder, RunPlan Plan, RunInput Input, IReadOnlyList<InputTask> Tasks)
{
    /// <summary>One for each connection.</summary>
    public IReadOnlyList<JobClient> Clients { get; init; } = [];

    /// <summary>The name of the jobs; null for none.</summary>
    public string? DisplayName { get; init; }

    /// <summary>How many jobs of a shard are in flight.</summary>
    public int Window { get; init; } = 1;

    /// <summary>The requests whose documents are sent again because the user wants it: unsure ones, purged ones.</summary>
    public IReadOnlyList<RequestState> Resubmit { get; init; } = [];

    /// <summary>The unit of offsets, as far as all tasks have the same one.</summary>
    public StringIndexType? Unit
    {
        get
        {
            var units = Tasks.Select(task => task.Parameters.TryGetValue(InputTask.StringIndexType, out var unit) ? unit as string : null).OfType<string>().Distinct().ToArray();
            return units.Length == 1 && Enum.TryParse<StringIndexType>(units[0], out var only) ? only : null;
        }
    }
}
