using System.Collections;
using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests;

/// <summary>The package that one dotnet command leaves, for Install-PSResource.</summary>
public sealed class PackageTests : IDisposable
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("languagejobs-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void It_is_the_staged_module_with_what_a_gallery_wants_to_know()
    {
        Pack();

        using var session = new PowerShellSession();
        var manifest = session.Run(File.ReadAllText(Repository.StagedModule)).ThrowIfFailed().Of<Hashtable>().Single();
        using var package = ZipFile.OpenRead(Path.Combine(folder.FullName, $"LanguageJobs.{manifest["ModuleVersion"]}.nupkg"));
        var files = package.Entries.Select(entry => entry.FullName).ToHashSet();
        var nuspec = Metadata(package);

        Assert.Superset(StagedFiles(), files);
        Assert.Contains("icon.png", files);
        Assert.DoesNotContain(files, file => file.StartsWith("lib/", StringComparison.Ordinal) || file.EndsWith(".pdb", StringComparison.Ordinal));
        Assert.Equal("LanguageJobs", nuspec["id"]);
        Assert.Equal(manifest["ModuleVersion"], nuspec["version"]);
        Assert.Equal(manifest["Description"], nuspec["description"]);
        Assert.Equal("MIT", nuspec["license"]);
        Assert.Equal("icon.png", nuspec["icon"]);
        Assert.Superset(new HashSet<string> { "PSModule", "PSEdition_Core", "PSEdition_Desktop", "Azure" }, nuspec["tags"].Split(' ').ToHashSet());
        Assert.Contains("Get-LanguageJob", nuspec["releaseNotes"]);
        Assert.False(nuspec.ContainsKey("dependencies"));
    }

    // What was built is packed: a build in the middle of the tests would change the module under them.
    private void Pack()
    {
        var start = new ProcessStartInfo("dotnet", ["pack", Repository.PathOf("src", "LanguageJobs"), "--no-build", "-c", Configuration, "-o", folder.FullName])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
    }

    private static HashSet<string> StagedFiles()
    {
        var module = Path.GetDirectoryName(Repository.StagedModule)!;
        return [.. Directory.GetFiles(module, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(module, file).Replace('\\', '/'))];
    }

    private static Dictionary<string, string> Metadata(ZipArchive package)
    {
        using var stream = package.GetEntry("LanguageJobs.nuspec")!.Open();
        return XDocument.Load(stream).Root!.Elements().Single().Elements().ToDictionary(element => element.Name.LocalName, element => element.Value);
    }
}
