using System.IO.Compression;
using System.Text.Json.Nodes;
using LanguageJobs.Emulator;
using LanguageJobs.Tests.Emulator;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Runs;

/// <summary>A service that counts what is paid for, a folder with documents, and a session that runs them.</summary>
public sealed class RunFixture : IAsyncDisposable
{
    public const string Task = "-Kind CustomEntityRecognition -ProjectName Orders -DeploymentName production";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("languagejobs-");

    private RunFixture(LanguageEmulator service) => Service = service;

    public LanguageEmulator Service { get; }

    public string Folder => folder.FullName;

    /// <summary>The run's folder.</summary>
    public string Run => Path.Combine(Folder, "run");

    /// <summary>A file with documents, one a line.</summary>
    public string Input => Path.Combine(Folder, "documents.jsonl");

    public static async Task<RunFixture> StartAsync(int documents, FaultOptions? faults = null, TimeSpan jobDuration = default)
    {
        var fixture = new RunFixture(await LanguageEmulator.StartAsync(new EmulatorOptions
        {
            Projects = Projects.All,
            Key = LoopbackServer.Key,
            Faults = faults ?? new FaultOptions(),
            JobDuration = jobDuration,
        }));
        fixture.WriteInput(documents);
        return fixture;
    }

    public void WriteInput(int documents) => File.WriteAllLines(
        Input, Enumerable.Range(0, documents).Select(i => $$"""{"id":"doc-{{i}}","text":"Anna had tea number {{i}}."}"""));

    public PowerShellSession Session(string options = "") =>
        PowerShellSession.ConnectedTo(Service.Endpoint, $"-RequestsPerMinute 0 {options}");

    /// <summary>The command of a run.</summary>
    public string Invoke(string more = "") => $"Invoke-LanguageJobRun '{Run}' '{Input}' {Task} {more}";

    /// <summary>Runs it in a session of its own; its one output and the errors.</summary>
    public (LanguageJobRun Run, RunResult Result) InvokeOnce(string more = "")
    {
        using var session = Session();
        var result = session.Run(Invoke(more));
        return (Assert.Single(result.Of<LanguageJobRun>()), result);
    }

    /// <summary>The ids in the results, as often as they are there.</summary>
    public string[] CollectedIds() => [.. ResultLines().Select(line => (string)line["documentId"]!)];

    public IEnumerable<JsonNode> ResultLines() => Directory.GetFiles(Path.Combine(Run, "results")).SelectMany(Lines);

    public IEnumerable<JsonNode> ErrorLines() => Directory.GetFiles(Path.Combine(Run, "errors")).SelectMany(file => File.ReadAllLines(file)).Select(line => JsonNode.Parse(line)!);

    /// <summary>How often the service took each document.</summary>
    public IReadOnlyDictionary<string, int> Paid => Service.Counters.AcceptedDocuments;

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static List<JsonNode> Lines(string part)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(part), CompressionMode.Decompress));
        var lines = new List<JsonNode>();
        while (reader.ReadLine() is { } line)
            lines.Add(JsonNode.Parse(line)!);
        return lines;
    }
}
