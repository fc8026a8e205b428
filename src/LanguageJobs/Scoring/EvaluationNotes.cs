namespace LanguageJobs.Scoring;

/// <summary>The ids of documents that an evaluation warns about, in input order.</summary>
internal sealed class EvaluationNotes
{
    /// <summary>Labelled documents without results, of a task that has results of others.</summary>
    public List<string> Missing { get; } = [];

    /// <summary>Labelled documents that failed.</summary>
    public List<string> Failed { get; } = [];

    /// <summary>Documents with results but without labels.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>Documents without a text, although there are texts.</summary>
    public List<string> WithoutText { get; } = [];

    /// <summary>Documents with results that do not occur in the text.</summary>
    public List<string> UnplacedResults { get; } = [];

    /// <summary>Documents with labels that are outside the text.</summary>
    public List<string> UnplacedLabels { get; } = [];

    /// <summary>Documents with results that have no confidence score, although a threshold was given.</summary>
    public List<string> Unsure { get; } = [];
}
