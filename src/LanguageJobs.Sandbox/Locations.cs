using System.Reflection;

namespace LanguageJobs.Sandbox;

/// <summary>Where the build put things.</summary>
internal static class Locations
{
    /// <summary>The manifest of the staged module.</summary>
    public static string StagedModule { get; } = Metadata("StagedModule");

    /// <summary>A path among the examples.</summary>
    public static string Example(string name) => Path.GetFullPath(Path.Combine(Metadata("Examples"), name));

    private static string Metadata(string key) => typeof(Locations).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key)
        .Value!;
}
