using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>
/// The jobs that a command has started. They are billed; an error that ends the command names them, because the variable for
/// the command's output then stays empty.
/// </summary>
internal sealed class AcceptedJobs
{
    /// <summary>Where an exception's <c>Data</c> has all their ids.</summary>
    public const string Key = "AcceptedJobs";

    private const int MostNamed = 20;

    private readonly List<string> ids = [];

    public int Count => ids.Count;

    public void Add(LanguageJob job) => ids.Add(job.JobId!);

    /// <summary>Names the jobs in an error that ends the command.</summary>
    public ErrorRecord NameIn(ErrorRecord record)
    {
        if (ids.Count == 0)
            return record;
        record.Exception.Data[Key] = ids.ToArray();
        record.ErrorDetails = new ErrorDetails($"{record} {Sentence}") { RecommendedAction = record.ErrorDetails?.RecommendedAction };
        return record;
    }

    private string Sentence
    {
        get
        {
            var named = string.Join(", ", ids.Take(MostNamed));
            var others = ids.Count > MostNamed ? $" … ({ids.Count - MostNamed} more in $_.Exception.Data['{Key}'])" : "";
            return $"Before this error {(ids.Count == 1 ? "a job was" : $"{ids.Count} jobs were")} accepted: {named}{others}.";
        }
    }
}
