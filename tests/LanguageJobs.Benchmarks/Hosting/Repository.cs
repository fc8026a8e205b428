using System.Reflection;

namespace LanguageJobs.Benchmarks.Hosting;

/// <summary>Where the build put things.</summary>
public static class Repository
{
    /// <summary>The manifest of the staged module.</summary>
    public static string StagedModule { get; } = Metadata("StagedModule");

    /// <summary>The module with the cmdlet that only walks a file.</summary>
    public static string WalkModule { get; } = Path.Combine(AppContext.BaseDirectory, "LanguageJobs.Benchmarks.Walk.dll");

    /// <summary>A path in the repository.</summary>
    public static string PathOf(params string[] parts) => Path.GetFullPath(Path.Combine([Metadata("Repository"), .. parts]));

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key)
        .Value!;
}
