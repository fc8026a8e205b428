namespace LanguageJobs.Emulator;

/// <summary>A project whose answers come from lists of phrases: nothing to train, and known beforehand.</summary>
public sealed class GazetteerProject
{
    /// <summary>The project's name, as tasks ask for it; case matters.</summary>
    public required string Name { get; init; }

    /// <summary><c>CustomEntityRecognition</c>, <c>CustomSingleLabelClassification</c> or <c>CustomMultiLabelClassification</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The phrases of each category; each class's words for classification.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Phrases { get; init; }

    /// <summary>The names of its deployments.</summary>
    public IReadOnlyList<string> Deployments { get; init; } = ["production"];
}
