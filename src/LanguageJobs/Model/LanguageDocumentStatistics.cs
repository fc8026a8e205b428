namespace LanguageJobs;

/// <summary>The size of one document, as the service counts it.</summary>
public sealed class LanguageDocumentStatistics
{
    /// <summary>Text elements in the document.</summary>
    public int CharactersCount { get; internal set; }

    /// <summary>Transactions that the document was billed as.</summary>
    public int TransactionsCount { get; internal set; }

    /// <summary>Both counts.</summary>
    public override string ToString() => $"{CharactersCount} characters, {TransactionsCount} transactions";
}
