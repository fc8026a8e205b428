using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LanguageJobs.Emulator;

namespace LanguageJobs.Tests.Emulator;

/// <summary>An emulator in this process and a plain HTTP client that talks to it.</summary>
internal sealed class EmulatorClient : IAsyncDisposable
{
    public const string Key = "sandbox-key";

    private readonly HttpClient http;

    private EmulatorClient(LanguageEmulator emulator)
    {
        Emulator = emulator;
        http = new HttpClient { BaseAddress = emulator.Endpoint };
        http.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", Key);
    }

    public LanguageEmulator Emulator { get; }

    public static async Task<EmulatorClient> Start(EmulatorOptions? options = null) =>
        new(await LanguageEmulator.StartAsync(options ?? new EmulatorOptions { JobsFolder = Repository.Path("examples/jobs") }));

    public Task<HttpResponseMessage> Send(HttpRequestMessage request) => http.SendAsync(request);

    public Task<HttpResponseMessage> Get(string address) => http.GetAsync(address);

    public async Task<JsonNode> GetJson(string address)
    {
        using var answer = await http.GetAsync(address);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Emulator.DisposeAsync();
    }
}
