using LanguageJobs.Texts;

namespace LanguageJobs.Reporting;

/// <summary>What one task found in one document.</summary>
internal sealed class ReportResult(int task)
{
    /// <summary>The number of the task.</summary>
    public int Task => task;

    /// <summary>What was found; null when the document failed, or only the labels or the reference job know it.</summary>
    public LanguageDocument? Document { get; private set; }

    /// <summary>Where the entities stand in the text; null for those that stand nowhere in it.</summary>
    public TextSpan?[] Places { get; private set; } = [];

    public bool IsEmpty => Document is null && Error is null;

    public LanguageEntity[] Entities => Document?.Entities ?? [];

    public LanguageClass[] Classes => Document?.Classes ?? [];

    public LanguageWarning[] Warnings => Document?.Warnings ?? [];

    /// <summary>Why the document failed.</summary>
    public LanguageJobError? Error { get; set; }

    /// <summary>How the result differs from the labels; null when these do not know the document.</summary>
    public List<LanguageDifference>? Mistakes { get; set; }

    /// <summary>How the result differs from that of the reference job; null when nothing is compared.</summary>
    public List<LanguageDifference>? Changes { get; set; }

    public void Add(LanguageDocument document, TextSpan?[] places) => (Document, Places) = (document, places);
}
