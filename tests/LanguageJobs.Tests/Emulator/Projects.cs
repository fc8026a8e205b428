using LanguageJobs.Emulator;

namespace LanguageJobs.Tests.Emulator;

/// <summary>Three projects of a few words, one of each kind.</summary>
internal static class Projects
{
    public static IReadOnlyList<GazetteerProject> All { get; } =
    [
        new GazetteerProject
        {
            Name = "Orders",
            Kind = "CustomEntityRecognition",
            Phrases = new Dictionary<string, IReadOnlyList<string>> { ["Person"] = ["Anna", "Bo Ek"], ["Drink"] = ["tea", "black tea"] },
        },
        new GazetteerProject
        {
            Name = "Queues",
            Kind = "CustomSingleLabelClassification",
            Phrases = new Dictionary<string, IReadOnlyList<string>> { ["Bar"] = ["tea", "cup"], ["Kitchen"] = ["soup"] },
        },
        new GazetteerProject
        {
            Name = "Topics",
            Kind = "CustomMultiLabelClassification",
            Phrases = new Dictionary<string, IReadOnlyList<string>> { ["Hot"] = ["tea", "soup"], ["Cold"] = ["ice"] },
        },
    ];
}
