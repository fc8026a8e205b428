using LanguageJobs.Labels;
using LanguageJobs.Scoring;
using LanguageJobs.Texts;

namespace LanguageJobs.Tests.Scoring;

/// <summary>
/// Labels and results in short: entities are <c>Person 0+4, Place 9+3 @0.8</c> (category, offset, length, confidence), classes are
/// <c>Billing @0.9, Access</c>.
/// </summary>
internal static class Notation
{
    public const string Entities = "CustomEntityRecognition";
    public const string SingleLabel = "CustomSingleLabelClassification";
    public const string MultiLabel = "CustomMultiLabelClassification";

    /// <summary>The labels of documents; one that is labelled with nothing is an empty text.</summary>
    public static LabelSet Labelled(params (string Id, string Labels)[] documents)
    {
        var set = new LabelSet();
        foreach (var label in documents.SelectMany(document => LabelsOf(document.Id, document.Labels)))
            set.Add(label);
        return set;
    }

    public static IEnumerable<LanguageLabel> LabelsOf(string id, string labels)
    {
        var items = Items(labels).ToArray();
        return items.Length == 0
            ? [new LanguageLabel { DocumentId = id }]
            : items.Select(item => new LanguageLabel { DocumentId = id, Category = item.Category, Offset = item.Span?.Offset, Length = item.Span?.Length });
    }

    /// <summary>What a task found in a document.</summary>
    public static LanguageDocument Document(string kind, string id, string results, string? taskName = null, string? jobId = "j")
    {
        var identity = new DocumentIdentity(new TaskIdentity(new JobIdentity { JobId = jobId }) { Kind = kind, Name = taskName }) { DocumentId = id };
        var items = Items(results).ToArray();
        return new LanguageDocument(identity)
        {
            Entities = [.. items.Where(item => item.Span is not null).Select(item => new LanguageEntity(identity)
            {
                Category = item.Category,
                Offset = item.Span!.Value.Offset,
                Length = item.Span.Value.Length,
                ConfidenceScore = item.Confidence,
            })],
            Classes = [.. items.Where(item => item.Span is null).Select(item => new LanguageClass(identity) { Category = item.Category, ConfidenceScore = item.Confidence })],
        };
    }

    /// <summary>The scores of one document.</summary>
    public static LanguageScore[] Score(string kind, string labels, string results, LanguageMatch match = LanguageMatch.Exact) =>
        Score(new EvaluationOptions { Match = match }, Labelled(("1", labels)), Document(kind, "1", results));

    public static LanguageScore[] Score(EvaluationOptions options, LabelSet labels, params LanguageDocument[] documents) =>
        [.. Evaluate(options, labels, documents).Scores()];

    public static Evaluation Evaluate(EvaluationOptions options, LabelSet labels, params LanguageDocument[] documents)
    {
        var evaluation = new Evaluation(labels, options, _ => null);
        foreach (var document in documents)
            evaluation.Add(document);
        evaluation.Finish();
        return evaluation;
    }

    /// <summary>The row of an average or of a category.</summary>
    public static LanguageScore Row(this IEnumerable<LanguageScore> rows, string name) => rows.Single(row => (row.Category ?? $"{row.Average}") == name);

    private static IEnumerable<(string Category, TextSpan? Span, double Confidence)> Items(string items) =>
        items.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(item =>
        {
            var (place, confidence) = item.Split('@', StringSplitOptions.TrimEntries) is [var before, var score] ? (before, Number(score)) : (item, double.NaN);
            var parts = place.Split(' ', '+');
            return parts is [var category, var offset, var length]
                ? (category, new TextSpan((int)Number(offset), (int)Number(length)), confidence)
                : (place, (TextSpan?)null, confidence);
        });

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
