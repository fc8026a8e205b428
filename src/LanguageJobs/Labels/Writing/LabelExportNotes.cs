namespace LanguageJobs.Labels;

/// <summary>Documents of an export that there is something to say about, by their ids, in the order in which they came.</summary>
internal sealed class LabelExportNotes
{
    /// <summary>Documents that were left out because the format needs their text, and none was found.</summary>
    public List<string> WithoutText { get; } = [];

    /// <summary>Documents with entities that were left out because they were not found in the text.</summary>
    public List<string> Unplaced { get; } = [];

    /// <summary>Documents that were left out because none of their results is sure enough.</summary>
    public List<string> Unsure { get; } = [];

    /// <summary>Counts of what the format cannot hold.</summary>
    public LabelLosses Losses { get; } = new();
}
