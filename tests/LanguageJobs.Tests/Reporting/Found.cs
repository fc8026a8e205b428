namespace LanguageJobs.Tests.Reporting;

/// <summary>Results as a job holds them, written out short.</summary>
internal static class Found
{
    public const string JobId = "2f9a6f0e-7c41-4d0b-9a55-1d3c8e6b4a10";

    public static LanguageJob Job(string? name = null, string id = JobId) => new(new JobIdentity { JobId = id }) { DisplayName = name, Status = "succeeded" };

    /// <summary>A document with entities: each a text, found in the document's text, with its category and score.</summary>
    public static LanguageDocument Entities(string id, string text, params (string Text, string Category, double Score)[] entities)
    {
        var document = Document(id, "CustomEntityRecognition", "terms");
        document.Entities = Array.ConvertAll(entities, entity => new LanguageEntity(document.Identity)
        {
            Text = entity.Text,
            Category = entity.Category,
            Offset = text.IndexOf(entity.Text, StringComparison.Ordinal),
            Length = entity.Text.Length,
            ConfidenceScore = entity.Score,
        });
        return document;
    }

    /// <summary>A document with classes.</summary>
    public static LanguageDocument Classes(string id, params (string Category, double Score)[] classes)
    {
        var document = Document(id, "CustomSingleLabelClassification", "queue");
        document.Classes = Array.ConvertAll(classes, row => new LanguageClass(document.Identity) { Category = row.Category, ConfidenceScore = row.Score });
        return document;
    }

    /// <summary>Why a document failed.</summary>
    public static LanguageJobError Failure(string id, string code, string message) =>
        LanguageJobError.OfDocument(Task("CustomEntityRecognition", "terms"), id, code, message, null);

    private static LanguageDocument Document(string id, string kind, string name) => new(new DocumentIdentity(Task(kind, name)) { DocumentId = id });

    private static TaskIdentity Task(string kind, string name) => new(new JobIdentity { JobId = JobId }) { Kind = kind, Name = name };
}
