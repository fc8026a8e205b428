using System.Diagnostics;
using System.Text.Json.Nodes;
using LanguageJobs.Emulator;
using LanguageJobs.Emulator.Load;

// Many clients at once against an emulator in this process, with faults: dotnet run -c Release -- [clients] [seconds] [projects]
var clients = args.Length > 0 ? int.Parse(args[0]) : 64;
var seconds = args.Length > 1 ? int.Parse(args[1]) : 60;
var projects = args.Length > 2 ? args[2] : "examples/projects";

// Jobs take a second and expire after twenty: memory that still grows after that is a leak.
const double Speed = 86_400 / 20.0;
await using var emulator = await LanguageEmulator.StartAsync(new EmulatorOptions
{
    ProjectsFolder = projects,
    TimeProvider = new FastClock(Speed),
    JobDuration = TimeSpan.FromSeconds(Speed),
    Faults = new FaultOptions { Rate = 0.1, Slowness = TimeSpan.FromMilliseconds(500) },
});

var documents = Directory.EnumerateFiles(Path.Combine(projects, "agreements/documents")).Order().Take(25)
    .Select(file => (JsonNode)new JsonObject { ["id"] = Path.GetFileNameWithoutExtension(file), ["text"] = File.ReadAllText(file) });
var body = new JsonObject
{
    ["analysisInput"] = new JsonObject { ["documents"] = new JsonArray([.. documents]) },
    ["tasks"] = new JsonArray(new JsonObject
    {
        ["kind"] = "CustomEntityRecognition",
        ["parameters"] = new JsonObject { ["projectName"] = "Agreements", ["deploymentName"] = "production" },
    }),
}.ToJsonString();

using var http = new HttpClient { BaseAddress = emulator.Endpoint };
http.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", "sandbox-key");
var tally = new Tally();
using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
var watch = Stopwatch.StartNew();
var running = Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => new LoadClient(http, body, tally).Run(stop.Token))));
while (!running.IsCompleted)
{
    await Task.WhenAny(running, Task.Delay(TimeSpan.FromSeconds(10)));
    GC.Collect();
    Console.WriteLine($"{watch.Elapsed.TotalSeconds,5:0} s  {emulator.Counters.Requests,7} requests  {tally.Jobs,6} jobs  {GC.GetTotalMemory(true) / 1_048_576,5} MB live");
}
await running;
Console.WriteLine($"{clients} clients, {watch.Elapsed.TotalSeconds:0} s: {emulator.Counters.Requests / watch.Elapsed.TotalSeconds:0} requests/s, "
    + $"{tally.Jobs} jobs, {tally.Documents} documents, {emulator.Counters.Faults.Values.Sum()} faults, {tally.Retries} retries, "
    + $"{tally.LostJobs} jobs lost, {tally.WrongAnswers} wrong answers");
return tally.LostJobs + tally.WrongAnswers == 0 ? 0 : 1;
