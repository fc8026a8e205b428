using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests;

/// <summary>What Windows PowerShell needs lies beside the module, and is left alone elsewhere.</summary>
public class DesktopTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Repository.StagedModule)!, "net472");

    [Fact]
    public void System_Text_Json_is_there_with_all_that_it_names()
    {
        var files = Directory.GetFiles(Folder, "*.dll").ToDictionary(file => Path.GetFileNameWithoutExtension(file));
        var needed = files.Values.Append(Path.ChangeExtension(Repository.StagedModule, ".dll")).SelectMany(References).ToHashSet();

        needed.ExceptWith(files.Keys);

        // All others are .NET Framework's own, or PowerShell's.
        Assert.Contains("System.Text.Json", files.Keys);
        Assert.Equal(
            ["System.Management.Automation", "mscorlib", "netstandard"],
            needed.Where(name => name is not ("System" or "System.Core" or "System.Numerics")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_files_come_with_their_licence()
    {
        Assert.Contains("MIT", File.ReadAllText(Path.Combine(Folder, "LICENSE.TXT")));
        Assert.NotEmpty(File.ReadAllText(Path.Combine(Folder, "THIRD-PARTY-NOTICES.TXT")));
    }

    [Fact]
    public void PowerShell_7_loads_none_of_them()
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile(Bodies.V3("j"));

        session.Run($"Import-LanguageJob '{file.Path}'").ThrowIfFailed();

        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), assembly => !assembly.IsDynamic && assembly.Location.StartsWith(Folder, StringComparison.Ordinal));
    }

    private static IEnumerable<string> References(string file)
    {
        using var stream = File.OpenRead(file);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
