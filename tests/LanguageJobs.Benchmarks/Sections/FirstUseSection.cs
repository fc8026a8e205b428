using System.Reflection;
using System.Reflection.Emit;
using LanguageJobs.Benchmarks.Hosting;
using LanguageJobs.Benchmarks.Jobs;
using LanguageJobs.Benchmarks.Report;

namespace LanguageJobs.Benchmarks.Sections;

/// <summary>What a cold process waits for: the import of the module, and the first command.</summary>
public sealed class FirstUseSection() : Section("first-use")
{
    private bool inPwsh;

    public override IEnumerable<Figure> Measure(Scale scale)
    {
        inPwsh = Child.Exists("pwsh") && !scale.IsSmoke;
        using var folder = new JobFolder(1);
        var empty = EmptyModule(folder.FullName);
        var file = Path.Combine(folder.FullName, "00000.json");

        // In turn, so that a busy moment of the machine meets all of them.
        var rounds = Enumerable.Range(0, scale.ColdRounds).Select(_ => (
            Binary: Cold("", $"Import-Module '{Path.ChangeExtension(empty, "dll")}'"),
            Empty: Cold("", $"Import-Module '{empty}'"),
            Module: Cold("", $"Import-Module '{Repository.StagedModule}'"),
            Walk: Cold($"Import-Module '{Repository.WalkModule}'", $"Read-JsonToken '{file}'"),
            First: Cold($"Import-Module '{Repository.StagedModule}'", $"Import-LanguageJob '{file}'"))).ToArray();
        var binary = Words.Median(rounds.Select(round => round.Binary));
        var nothing = Words.Median(rounds.Select(round => round.Empty));
        var import = Words.Median(rounds.Select(round => round.Module));
        var walk = Words.Median(rounds.Select(round => round.Walk));
        var first = Words.Median(rounds.Select(round => round.First));

        var host = inPwsh ? "cold pwsh" : "cold process with the hosted engine";
        yield return new(
            $"`Import-Module LanguageJobs`, {host}",
            Words.Seconds(import),
            $"an empty binary module with a manifest, as every published module has, {Words.Seconds(nothing)}: + {Words.Seconds(Math.Max(0, import - nothing))}",
            $"an empty binary without a manifest {Words.Seconds(binary)}: + {Words.Seconds(Math.Max(0, import - binary))}",
            "≤ 40 ms more",
            import - nothing <= 0.040);
        yield return new(
            "The first `Import-LanguageJob`, one file of 100 kB, same process",
            Words.Seconds(first),
            $"a cmdlet that only walks the file with `Utf8JsonReader` {Words.Seconds(walk)}: {Words.Times(first / walk)}",
            Figure.None,
            "≤ 2×",
            first <= 2 * walk);
    }

    public override double[] InChild(string[] arguments)
    {
        using var engine = new Engine();
        engine.Run($"1 > $null; {arguments[0]}");
        return [engine.Run($"{arguments[1]} > $null").TotalSeconds];
    }

    private double Cold(string before, string measured) => inPwsh
        ? Child.Pwsh($$"""
            {{before}}
            $watch = [Diagnostics.Stopwatch]::StartNew()
            {{measured}} > $null
            $watch.Elapsed.TotalSeconds.ToString([cultureinfo]::InvariantCulture)
            """)[0]
        : Child.Measure(Name, before, measured)[0];

    private static string EmptyModule(string folder)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Empty"), typeof(object).Assembly);
        assembly.DefineDynamicModule("Empty");
        assembly.Save(Path.Combine(folder, "Empty.dll"));
        var manifest = Path.Combine(folder, "Empty.psd1");
        File.WriteAllText(manifest, "@{ RootModule = 'Empty.dll'; ModuleVersion = '1.0'; CmdletsToExport = @(); FunctionsToExport = @(); AliasesToExport = @() }");
        return manifest;
    }
}
