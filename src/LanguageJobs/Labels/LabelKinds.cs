namespace LanguageJobs.Labels;

/// <summary>The kinds of projects that have labels, by the names of every generation of the service's files.</summary>
internal static class LabelKinds
{
    public const string Entities = "CustomEntityRecognition";
    public const string SingleLabel = "CustomSingleLabelClassification";
    public const string MultiLabel = "CustomMultiLabelClassification";

    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        [Entities] = Entities,
        [SingleLabel] = SingleLabel,
        [MultiLabel] = MultiLabel,
        // modelType of 2021-11-01-preview.
        ["Extraction"] = Entities,
        ["SingleClassification"] = SingleLabel,
        ["MultiClassification"] = MultiLabel,
    };

    /// <summary>The kind's name today.</summary>
    /// <exception cref="LabelFormatException">The kind has no labels of entities or classes.</exception>
    public static string Normalize(string name) => Names.TryGetValue(name, out var kind)
        ? kind
        : throw new LabelFormatException($"The project is of kind '{name}'. Labels are read from projects of the kinds {Entities}, {SingleLabel} and {MultiLabel}.");

    /// <summary>True for the two kinds whose labels are classes.</summary>
    public static bool AreClasses(string? kind) => kind is SingleLabel or MultiLabel;

    /// <summary>True for the kinds of tasks that find entities, prebuilt ones too, even if a document has none.</summary>
    public static bool AreEntities(string kind) => kind.EndsWith("EntityRecognition", StringComparison.Ordinal) || kind == "Healthcare";
}
