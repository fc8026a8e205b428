namespace LanguageJobs;

/// <summary>How many documents a job or a task had. The service counts page by page; here the pages are added up.</summary>
public sealed class LanguageStatistics
{
    /// <summary>Documents in the request.</summary>
    public int DocumentsCount { get; internal set; }

    /// <summary>Documents that could be processed.</summary>
    public int ValidDocumentsCount { get; internal set; }

    /// <summary>Documents with an error.</summary>
    public int ErroneousDocumentsCount { get; internal set; }

    /// <summary>Transactions that the documents were billed as.</summary>
    public long TransactionsCount { get; internal set; }

    /// <summary>The counts in a line.</summary>
    public override string ToString() =>
        $"{DocumentsCount} documents, {ErroneousDocumentsCount} with errors, {TransactionsCount} transactions";

    internal static LanguageStatistics? Sum(LanguageStatistics? a, LanguageStatistics? b) => a is null || b is null
        ? a ?? b
        : new LanguageStatistics
        {
            DocumentsCount = a.DocumentsCount + b.DocumentsCount,
            ValidDocumentsCount = a.ValidDocumentsCount + b.ValidDocumentsCount,
            ErroneousDocumentsCount = a.ErroneousDocumentsCount + b.ErroneousDocumentsCount,
            TransactionsCount = a.TransactionsCount + b.TransactionsCount,
        };
}
