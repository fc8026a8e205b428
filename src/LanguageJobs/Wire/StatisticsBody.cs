namespace LanguageJobs.Wire;

/// <summary>Reads the two shapes of <c>statistics</c>: of a job or a task, and of a document.</summary>
internal static class StatisticsBody
{
    public static LanguageStatistics? Read(ref WireReader reader)
    {
        if (!reader.EnterObject())
            return null;
        var statistics = new LanguageStatistics();
        while (reader.NextMember())
        {
            if (reader.Is("documentsCount"u8)) statistics.DocumentsCount = reader.Int32();
            else if (reader.Is("validDocumentsCount"u8)) statistics.ValidDocumentsCount = reader.Int32();
            else if (reader.Is("erroneousDocumentsCount"u8)) statistics.ErroneousDocumentsCount = reader.Int32();
            else if (reader.Is("transactionsCount"u8)) statistics.TransactionsCount = reader.Int64();
            else reader.Skip();
        }
        return statistics;
    }

    public static LanguageDocumentStatistics? ReadDocument(ref WireReader reader)
    {
        if (!reader.EnterObject())
            return null;
        var statistics = new LanguageDocumentStatistics();
        while (reader.NextMember())
        {
            if (reader.Is("charactersCount"u8)) statistics.CharactersCount = reader.Int32();
            else if (reader.Is("transactionsCount"u8)) statistics.TransactionsCount = reader.Int32();
            else reader.Skip();
        }
        return statistics;
    }
}
