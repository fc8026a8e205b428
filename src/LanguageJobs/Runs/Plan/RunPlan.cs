namespace LanguageJobs.Runs;

/// <summary>What a run does: the first worker writes it down, and the others must mean the same.</summary>
internal sealed record RunPlan
{
    /// <summary>The input as it was given. It may look different on other machines, and is not compared.</summary>
    public string[] Input { get; init; } = [];

    public int Files { get; init; }

    /// <summary>The hash over the files' names and sizes.</summary>
    public string InputHash { get; init; } = "";

    /// <summary>The tasks as JSON, the members in a fixed order.</summary>
    public string Tasks { get; init; } = "";

    /// <summary>The language of documents that do not say theirs; null where none was given.</summary>
    public string? Language { get; init; }

    public int Shards { get; init; }

    public DateTimeOffset Created { get; init; }

    /// <summary>Holds this plan, which is written down, against the one of a command.</summary>
    /// <exception cref="RunException">They differ.</exception>
    public void Require(RunPlan other, RunFolder folder)
    {
        string[] differences = [.. DifferencesFrom(other)];
        if (differences.Length > 0)
            throw new RunException(RunFailure.RunPlanDiffers, $"'{folder.Path}' is the folder of another run: {string.Join("; ", differences)}.", folder.Plan);
    }

    private IEnumerable<string> DifferencesFrom(RunPlan other)
    {
        if (Files != other.Files)
            yield return FormattableString.Invariant($"the input had {Files:N0} files and has {other.Files:N0} now");
        else if (InputHash != other.InputHash)
            yield return "files of the input have other names or sizes now";
        if (Tasks != other.Tasks)
            yield return $"the tasks were {Tasks} and are {other.Tasks} now";
        if (Language != other.Language)
            yield return $"the language was {Language ?? "not given"} and is {other.Language ?? "not given"} now";
        if (Shards != other.Shards)
            yield return $"the number of shards was {Shards} and is {other.Shards} now";
    }
}
