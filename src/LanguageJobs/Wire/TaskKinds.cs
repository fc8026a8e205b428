namespace LanguageJobs.Wire;

/// <summary>The names that the API versions have for a task's kind, and the one that the module gives it.</summary>
internal static class TaskKinds
{
    public const string CustomEntityRecognition = "CustomEntityRecognition";
    public const string CustomSingleLabelClassification = "CustomSingleLabelClassification";
    public const string CustomMultiLabelClassification = "CustomMultiLabelClassification";
    public const string EntityRecognition = "EntityRecognition";
    public const string PiiEntityRecognition = "PiiEntityRecognition";
    public const string EntityLinking = "EntityLinking";
    public const string KeyPhraseExtraction = "KeyPhraseExtraction";
    public const string SentimentAnalysis = "SentimentAnalysis";
    public const string Healthcare = "Healthcare";
    public const string ExtractiveSummarization = "ExtractiveSummarization";
    public const string AbstractiveSummarization = "AbstractiveSummarization";

    /// <summary>The kinds that a request may ask for.</summary>
    public static readonly string[] Startable =
    [
        CustomEntityRecognition, CustomSingleLabelClassification, CustomMultiLabelClassification,
        EntityRecognition, PiiEntityRecognition, EntityLinking, KeyPhraseExtraction, SentimentAnalysis, Healthcare,
        ExtractiveSummarization, AbstractiveSummarization,
    ];

    // Left: v3.x array names and the names of early previews. A name that is not here is its own kind.
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        [CustomEntityRecognition] = CustomEntityRecognition,
        [CustomSingleLabelClassification] = CustomSingleLabelClassification,
        ["CustomSingleClassification"] = CustomSingleLabelClassification,
        ["CustomClassification"] = CustomSingleLabelClassification,
        [CustomMultiLabelClassification] = CustomMultiLabelClassification,
        ["CustomMultiClassification"] = CustomMultiLabelClassification,
        [EntityRecognition] = EntityRecognition,
        [PiiEntityRecognition] = PiiEntityRecognition,
        ["EntityRecognitionPii"] = PiiEntityRecognition,
        [KeyPhraseExtraction] = KeyPhraseExtraction,
        [EntityLinking] = EntityLinking,
        [SentimentAnalysis] = SentimentAnalysis,
        [ExtractiveSummarization] = ExtractiveSummarization,
    };

    /// <summary>True for the kinds that a project's own model serves.</summary>
    public static bool IsCustom(string kind) => kind.StartsWith("Custom", StringComparison.Ordinal);

    /// <summary>True for the kinds whose results have offsets, so that a unit can be asked for.</summary>
    public static bool HasOffsets(string kind) =>
        kind is not (KeyPhraseExtraction or CustomSingleLabelClassification or CustomMultiLabelClassification);

    /// <summary>The kind for a task's <c>kind</c> or for the name of the array that the task stands in.</summary>
    public static string Normalize(string name)
    {
        var bare = WithoutSuffix(WithoutSuffix(WithoutSuffix(name, "Results"), "LRO"), "Tasks");
        return Names.TryGetValue(bare, out var kind) ? kind : Capitalized(bare);
    }

    private static string WithoutSuffix(string name, string suffix) =>
        name.EndsWith(suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - suffix.Length) : name;

    private static string Capitalized(string name) =>
        name.Length > 0 && char.IsLower(name[0]) ? char.ToUpperInvariant(name[0]) + name.Substring(1) : name;
}
