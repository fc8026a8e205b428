namespace LanguageJobs.Reporting;

/// <summary>The counts of a report.</summary>
internal sealed class ReportSummary
{
    public ReportSummary(Report report)
    {
        Categories = new int[report.Categories.Count];
        foreach (var document in report.Documents)
        {
            Failed += document.IsFailed ? 1 : 0;
            WithWarnings += document.HasWarnings ? 1 : 0;
            foreach (var result in document.Results)
            {
                foreach (var entity in result.Entities)
                    Count(report.NumberOf(entity.Category), entity.ConfidenceScore);
                foreach (var row in result.Classes)
                    Count(report.NumberOf(row.Category), row.ConfidenceScore);
            }
        }
    }

    /// <summary>How many documents have an error.</summary>
    public int Failed { get; }

    /// <summary>How many documents have a warning.</summary>
    public int WithWarnings { get; }

    /// <summary>How many entities and classes there are.</summary>
    public int Rows { get; private set; }

    /// <summary>How many there are of each category.</summary>
    public int[] Categories { get; }

    /// <summary>How many there are in each tenth of confidence.</summary>
    public int[] Tenths { get; } = new int[10];

    private void Count(int category, double score)
    {
        Rows++;
        Categories[category]++;
        if (score is >= 0 and <= 1)
            Tenths[Math.Min(9, (int)(score * 10))]++;
    }
}
