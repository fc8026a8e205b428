using System.Net;
using System.Text;
using LanguageJobs.Emulator;

namespace LanguageJobs.Tests.Emulator;

public class ProcessTests
{
    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("none")]
    public async Task Requests_are_answered_although_nobody_reads_the_output(string log)
    {
        var port = EmulatorProcess.FreePort();
        using var folder = new TemporaryFolder();
        var portFile = Path.Combine(folder.Path, "port");
        using var emulator = new EmulatorProcess("--urls", $"http://127.0.0.1:{port}", "--log", log, "--port-file", portFile);
        await WaitForFile(portFile);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(1) };

        await Parallel.ForAsync(0, 20_000, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, ct) =>
        {
            using var answer = await http.GetAsync(SavedJobs.Language("any"), ct);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        });

        Assert.Equal($"{port}\n", File.ReadAllText(portFile));
        emulator.Terminate();
        Assert.Equal(0, emulator.WaitForExit());
        Assert.False(File.Exists(portFile));
    }

    [Fact]
    public async Task It_listens_before_it_has_learned_and_a_signal_ends_the_learning()
    {
        using var folder = new TemporaryFolder();
        WriteLargeProject(folder);
        var port = EmulatorProcess.FreePort();
        using var emulator = new EmulatorProcess("--urls", $"http://127.0.0.1:{port}", "--projects", folder.Path);
        var learning = await emulator.Output.ReadLineAsync();
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        using var health = await http.GetAsync("healthz");
        http.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", EmulatorClient.Key);
        using var early = await http.GetAsync(SavedJobs.Language("any"));
        emulator.Terminate();

        Assert.Contains("Learning Large (CustomEntityRecognition, 2,000 labelled documents).", learning);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Contains("Learning Large", await health.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, early.StatusCode);
        Assert.Equal("1", early.Headers.GetValues("Retry-After").Single());
        Assert.Equal(0, emulator.WaitForExit());
        Assert.DoesNotContain("Learned", await emulator.Output.ReadToEndAsync());
        Assert.False(Directory.Exists(Path.Combine(folder.Path, ".models")));
    }

    [Fact]
    public async Task It_can_end_with_its_standard_input()
    {
        using var emulator = new EmulatorProcess("--urls", "http://127.0.0.1:0", "--until-stdin-closes");
        var endpoint = emulator.ReadEndpoint();
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(endpoint, "healthz"))).StatusCode);

        emulator.CloseInput();

        Assert.Equal(0, emulator.WaitForExit());
    }

    [Fact]
    public async Task A_port_that_is_in_use_is_one_sentence()
    {
        await using var first = await LanguageEmulator.StartAsync(new EmulatorOptions());
        using var second = new EmulatorProcess("--urls", first.Endpoint.ToString());

        Assert.Equal(1, second.WaitForExit());
        Assert.Equal(
            $"Port {first.Endpoint.Port} is already in use. Choose another one with --urls, or port 0 for a free one.\n",
            await second.Errors.ReadToEndAsync());
    }

    private static async Task WaitForFile(string path)
    {
        for (var attempt = 0; attempt < 600 && !File.Exists(path); attempt++)
            await Task.Delay(100);
        Assert.True(File.Exists(path), "The emulator was never ready.");
    }

    // Large enough to be learned for many seconds.
    private static void WriteLargeProject(TemporaryFolder folder)
    {
        var documents = new StringBuilder();
        for (var number = 0; number < 2_000; number++)
        {
            var text = string.Join(' ', Enumerable.Range(0, 150).Select(word => $"word{number * 7 % 400 + word} City{(number + word) % 90}"));
            folder.Write($"{number}.txt", text);
            documents.Append(number == 0 ? "" : ",").Append(
                $$"""{"location":"{{number}}.txt","entities":[{"labels":[{"category":"C{{number % 12}}","offset":0,"length":5}]}]}""");
        }
        var categories = string.Join(',', Enumerable.Range(0, 12).Select(number => $$"""{"category":"C{{number}}"}"""));
        folder.Write("Large.json", $$$"""
            {"metadata":{"projectKind":"CustomEntityRecognition","projectName":"Large"},
             "assets":{"entities":[{{{categories}}}],"documents":[{{{documents}}}]}}
            """);
    }
}
