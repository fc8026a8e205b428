using System.Reflection;

namespace LanguageJobs.Tests.Hosting;

/// <summary>Where the build put things.</summary>
public static class Repository
{
    /// <summary>The manifest of the staged module.</summary>
    public static string StagedModule { get; } = Metadata("StagedModule");

    /// <summary>The sandbox's program.</summary>
    public static string Sandbox { get; } = Path.GetFullPath(Metadata("Sandbox"));

    /// <summary>A path in the repository.</summary>
    public static string PathOf(params string[] parts) => Path.GetFullPath(Path.Combine([Metadata("Repository"), .. parts]));

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key)
        .Value!;
}
