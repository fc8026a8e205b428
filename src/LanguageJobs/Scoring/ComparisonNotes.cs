namespace LanguageJobs.Scoring;

/// <summary>What a comparison warns about, in input order.</summary>
internal sealed class ComparisonNotes
{
    /// <summary>Documents that only the reference has.</summary>
    public List<string> OnlyInReference { get; } = [];

    /// <summary>Documents that only the difference has.</summary>
    public List<string> OnlyInDifference { get; } = [];

    /// <summary>Documents that the labels, which are the reference, do not know. They are not compared.</summary>
    public List<string> Unlabelled { get; } = [];

    /// <summary>Documents that failed in the difference.</summary>
    public List<string> Failed { get; } = [];

    /// <summary>Documents that failed in the reference.</summary>
    public List<string> FailedInReference { get; } = [];

    /// <summary>Documents without a text, although there are texts.</summary>
    public List<string> WithoutText { get; } = [];

    /// <summary>Documents with results that do not occur in the text.</summary>
    public List<string> Unplaced { get; } = [];

    /// <summary>Tasks of the difference that none of the reference can be compared with.</summary>
    public HashSet<string> TasksWithoutReference { get; } = [];
}
