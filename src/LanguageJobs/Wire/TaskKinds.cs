namespace LanguageJobs.Wire;

/// <summary>The names that the API versions have for a task's kind, and the one that the module gives it.</summary>
internal static class TaskKinds
{
    public const string CustomEntityRecognition = "CustomEntityRecognition";
    public const string CustomSingleLabelClassification = "CustomSingleLabelClassification";
    public const string CustomMultiLabelClassification = "CustomMultiLabelClassification";
    public const string Healthcare = "Healthcare";

    /// <summary>The kinds that a request may ask for.</summary>
    public static readonly string[] Custom = [CustomEntityRecognition, CustomSingleLabelClassification, CustomMultiLabelClassification];

    // Left: v3.x array names and the names of early previews. A name that is not here is its own kind.
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        [CustomEntityRecognition] = CustomEntityRecognition,
        [CustomSingleLabelClassification] = CustomSingleLabelClassification,
        ["CustomSingleClassification"] = CustomSingleLabelClassification,
        ["CustomClassification"] = CustomSingleLabelClassification,
        [CustomMultiLabelClassification] = CustomMultiLabelClassification,
        ["CustomMultiClassification"] = CustomMultiLabelClassification,
        ["EntityRecognition"] = "EntityRecognition",
        ["EntityRecognitionPii"] = "PiiEntityRecognition",
        ["PiiEntityRecognition"] = "PiiEntityRecognition",
        ["KeyPhraseExtraction"] = "KeyPhraseExtraction",
        ["EntityLinking"] = "EntityLinking",
        ["SentimentAnalysis"] = "SentimentAnalysis",
        ["ExtractiveSummarization"] = "ExtractiveSummarization",
    };

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
