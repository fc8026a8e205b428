using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using LanguageJobs.Commands;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests;

/// <summary>What Windows PowerShell needs is beside the module, and is left alone elsewhere.</summary>
public class DesktopTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Repository.StagedModule)!, "net472");

    [Fact]
    public void System_Text_Json_is_there_with_all_that_it_names()
    {
        var files = Directory.GetFiles(Folder, "*.dll").ToDictionary(file => Path.GetFileNameWithoutExtension(file));
        var needed = Needed(files.Values).Select(reference => reference.Name).ToHashSet();

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

    [Fact]
    public void The_module_and_its_dependencies_get_each_of_them_by_the_full_name_that_they_ask_for()
    {
        var files = Directory.GetFiles(Folder, "*.dll");
        var asked = Needed(files).Where(reference => files.Contains(Path.Combine(Folder, $"{reference.Name}.dll"))).ToArray();

        Assert.Contains(asked, reference => reference.Name == "System.Text.Json");
        Assert.All(asked, reference => Assert.Equal(Path.Combine(Folder, $"{reference.Name}.dll"), DesktopAssemblies.FileOf(Folder, reference, Ours)));
    }

    [Theory]
    [InlineData("System.Text.Json, Version=7.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51", true)]
    [InlineData("System.Text.Json, Version=9.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51", false)]
    [InlineData("System.Text.Json, Version=8.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a", false)]
    [InlineData("System.Text.Json, Version=8.0.0.0, Culture=neutral, PublicKeyToken=null", false)]
    [InlineData("System.Text.Jsonx, Version=8.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51", false)]
    public void Another_assembly_of_the_name_and_a_later_version_are_not_to_be_had(string name, bool isThere) =>
        Assert.Equal(isThere, DesktopAssemblies.FileOf(Folder, new AssemblyName(name), Ours) is not null);

    [Fact]
    public void Strangers_get_nothing()
    {
        var name = new AssemblyName("System.Text.Json, Version=8.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51");

        Assert.Null(DesktopAssemblies.FileOf(Folder, name, typeof(DesktopTests).Assembly));
        Assert.Null(DesktopAssemblies.FileOf(Folder, name, null));
    }

    [Theory]
    [InlineData("7.0.0.0")]
    [InlineData("7.2.24.500")]
    [InlineData("7.3.12.500")]
    public void A_PowerShell_that_lacks_System_Text_Json_8_is_refused_in_one_sentence(string version) => Assert.Equal(
        $"LanguageJobs needs PowerShell 7.4 or later, or Windows PowerShell 5.1. This is PowerShell {version[..version.LastIndexOf('.')]}.",
        SupportedEngine.Refusal(Version.Parse(version)));

    [Theory]
    [InlineData("7.4.0.500")]
    [InlineData("7.6.9.500")]
    [InlineData("8.0.0.0")]
    public void Later_ones_are_not(string version) => Assert.Null(SupportedEngine.Refusal(Version.Parse(version)));

    private static Assembly Ours => typeof(LanguageJob).Assembly;

    // What the module and the files ask for, by the full names.
    private static AssemblyName[] Needed(IEnumerable<string> files) =>
        [.. files.Append(Path.ChangeExtension(Repository.StagedModule, ".dll")).SelectMany(References)];

    private static IEnumerable<AssemblyName> References(string file)
    {
        using var stream = File.OpenRead(file);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName())];
    }
}
