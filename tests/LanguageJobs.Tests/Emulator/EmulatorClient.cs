using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using LanguageJobs.Emulator;
using LanguageJobs.Tests.Hosting;

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
        new(await LanguageEmulator.StartAsync(options ?? new EmulatorOptions { JobsFolder = Repository.PathOf("examples/jobs") }));

    public Task<HttpResponseMessage> SendForHead(HttpRequestMessage request) =>
        http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

    public Task<HttpResponseMessage> Get(string address) => http.GetAsync(address);

    public async Task<JsonNode> GetJson(string address)
    {
        using var answer = await http.GetAsync(address);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    public Task<HttpResponseMessage> Post(string address, string body) =>
        http.PostAsync(address, new StringContent(body, Encoding.UTF8, "application/json"));

    public Task<HttpResponseMessage> PostBytes(string address, byte[] body) => http.PostAsync(address, new ByteArrayContent(body));

    public async Task<JsonNode> PostForError(string address, string body, HttpStatusCode expected)
    {
        using var answer = await Post(address, body);
        Assert.Equal(expected, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!["error"]!;
    }

    /// <returns>Where the job is found.</returns>
    public async Task<string> Submit(JobBody job)
    {
        using var answer = await Post(job.Address, job.ToJson());
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(0, answer.Content.Headers.ContentLength);
        return answer.Headers.GetValues("operation-location").Single();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Emulator.DisposeAsync();
    }
}
