using System.IO.Compression;
using LanguageJobs.Tests.Hosting;
using LanguageJobs.Tests.Runs;
using Microsoft.AspNetCore.Http;
using TemporaryFolder = LanguageJobs.Tests.Emulator.TemporaryFolder;

namespace LanguageJobs.Tests.Commands;

/// <summary>An export whose process is killed leaves whole files or none, and can be repeated.</summary>
public class KilledExportTests
{
    private const int Kills = 3;
    private const int Jobs = 200;
    private const int Documents = 2_000;

    private static readonly string Template = Bodies.V3("{id}", documentIds: [.. Enumerable.Range(1, Documents).Select(id => $"{id}")]);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("", ".json")]
    [InlineData("-Format JsonLines -Compress", ".jsonl.gz")]
    public async Task A_killed_export_leaves_whole_files_only_and_the_next_one_completes_them(string parameters, string extension)
    {
        await using var server = await LoopbackServer.StartAsync(
            context => context.Response.WriteAsync(Body(context.Request.Path.Value!.Split('/')[^1])));
        using var folder = new TemporaryFolder();
        var random = new Random(29);
        var export = $"Connect-LanguageService {server.Endpoint} {LoopbackServer.Key} -RequestsPerMinute 0\n"
            + $"$files = 1..{Jobs} | ForEach-Object {{ \"job$_\" }} | Export-LanguageJob '{folder.Path}' {parameters}\n";

        for (var kill = 0; kill < Kills; kill++)
        {
            using var killed = new WorkerProcess(export);
            var atLeast = Files().Length + random.Next(1, 20);
            for (var waited = TimeSpan.Zero; Files().Length < atLeast && !killed.HasExited && waited < Longest; waited += TimeSpan.FromMilliseconds(1))
                await Task.Delay(1);
            Assert.False(killed.HasExited, "The export ended before it was killed.");
            killed.Kill();
            await killed.WaitForExitAsync();

            Assert.InRange(Files().Length, atLeast, Jobs - 1);
            Assert.All(Files(), AssertWhole);
        }

        using var last = new WorkerProcess(export);
        Assert.True(await last.WaitForExitAsync() == 0, await last.Output);
        Assert.Equal(Jobs, Files().Length);
        Assert.All(Files(), AssertWhole);

        string[] Files() => Directory.GetFiles(folder.Path, $"job*{extension}");
    }

    private static string Body(string id) => Template.Replace("{id}", id);

    private static void AssertWhole(string file)
    {
        var id = Path.GetFileName(file).Split('.')[0];
        if (Path.GetExtension(file) == ".json")
        {
            Assert.Equal(Body(id), File.ReadAllText(file));
            return;
        }
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var lines = reader.ReadToEnd();
        Assert.EndsWith("}\n", lines);
        Assert.Equal(Documents, lines.Count(character => character == '\n'));
    }
}
