using System.Text.Json;
using LanguageJobs.Emulator;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Help;

/// <summary>
/// Where examples run: a folder that has the repository's examples and a file of job ids, a local service in the environment, and
/// the staged module among the modules that load by themselves.
/// </summary>
public sealed class ExampleRun : IAsyncLifetime
{
    private static readonly string[] Names = ["LANGUAGE_ENDPOINT", "LANGUAGE_KEY", "LANGUAGE_API_VERSION", "PSModulePath", "LANGUAGEJOBS_HISTORY"];
    private static readonly TimeSpan JobDuration = TimeSpan.FromSeconds(1);

    /// <summary>Projects of the names that the sandbox has, with answers known beforehand.</summary>
    private static readonly GazetteerProject[] Projects =
    [
        new()
        {
            Name = "Agreements",
            Kind = "CustomEntityRecognition",
            Phrases = new Dictionary<string, IReadOnlyList<string>>
            {
                ["Party"] = ["Priya Raman", "Daniel Osei", "Tomasz Nowak", "Brightwater Lettings Ltd"],
                ["Date"] = ["1 September 2025"],
                ["Amount"] = ["EUR 120"],
            },
        },
        new()
        {
            Name = "SupportTickets",
            Kind = "CustomSingleLabelClassification",
            Phrases = new Dictionary<string, IReadOnlyList<string>> { ["Billing"] = ["invoice", "refund"], ["Access"] = ["password"], ["Hardware"] = ["printer"] },
        },
    ];

    private readonly string?[] before = Array.ConvertAll(Names, Environment.GetEnvironmentVariable);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("languagejobs-");
    private LanguageEmulator? emulator;

    public async Task InitializeAsync()
    {
        emulator = await LanguageEmulator.StartAsync(new EmulatorOptions
        {
            JobsFolder = Repository.PathOf("examples/jobs"),
            Projects = Projects,
            JobDuration = JobDuration,
        });
        CopyTo(Repository.PathOf("examples"), Path.Combine(Folder, "examples"));
        File.WriteAllLines(Path.Combine(Folder, "jobs.txt"), ["8b7d1c52-03ee-4f7a-b6a9-5e2f4c9d7711", "2f9a6f0e-7c41-4d0b-9a55-1d3c8e6b4a10"]);
        Set([emulator.Endpoint.ToString(), "sandbox-key", null, ModulePath(Environment.GetEnvironmentVariable("PSModulePath")), Path.Combine(Folder, "history")]);
    }

    public string Folder => folder.FullName;

    /// <summary>What a text shows, wherever its lines break: a console is one column narrower than a file of the same width.</summary>
    public static string Shown(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Runs examples in one pwsh, each on its own; what each showed, or FAILED and why.</summary>
    public async Task<string[]> InPwshAsync(HelpExample[] examples)
    {
        var input = Path.Combine(Folder, "codes.json");
        await File.WriteAllTextAsync(input, JsonSerializer.Serialize(examples.Select(example => example.Code)));
        var answer = await Pwsh.RunAsync(Folder, $$"""
            $PSStyle.OutputRendering = 'PlainText'
            $texts = foreach ($code in Get-Content -Raw '{{input}}' | ConvertFrom-Json) {
                Disconnect-LanguageService
                Set-Location '{{Folder}}'
                try { $ErrorActionPreference = 'Continue'; $Error.Clear(); $shown = & ([scriptblock]::Create($code)) 2>&1 | Out-String -Width 80 }
                catch { $shown = "FAILED $_" }
                if ($shown -match 'Exception|Cannot|not recognized') { "FAILED $shown" } else { $shown }
            }
            ConvertTo-Json @($texts)
            """);
        return JsonSerializer.Deserialize<string[]>(answer)!;
    }

    public async Task DisposeAsync()
    {
        Set(before);
        await emulator!.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static string ModulePath(string? others) =>
        string.Join(Path.PathSeparator, new[] { Path.GetDirectoryName(Path.GetDirectoryName(Repository.StagedModule)), others }.OfType<string>());

    private static void Set(string?[] values)
    {
        for (var i = 0; i < Names.Length; i++)
            Environment.SetEnvironmentVariable(Names[i], values[i]);
    }

    private static void CopyTo(string source, string target)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
