using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck.Fluent;
using LanguageJobs.Emulator;

namespace LanguageJobs.Tests.Emulator;

public class GarbageTests
{
    private static readonly EmulatorOptions Options = new() { Projects = Projects.All };

    private const string Marker = "put junk here";

    private static readonly string[] Junk =
    [
        "null", "true", "0", "-1", "1e999", "\"\"", "\"x\"", "[]", "{}", "[[]]", "[null]", "{\"a\":{}}", "\"\\u0000\"", "\"\\ud800\"", "99999999999999999999",
    ];

    [Fact]
    public async Task Any_member_of_a_request_may_be_anything_and_the_answer_is_202_or_a_4xx_in_the_services_form()
    {
        await using var client = await EmulatorClient.Start(Options);
        foreach (var template in new[] { JobBody.V3.Document("1", "tea", "en").Entities(name: "a", unit: "Utf16CodeUnit"), JobBody.Ga.Document("1", "tea", "en").Single(name: "a") })
        {
            foreach (var path in Paths(template.ToNode(), []))
            {
                foreach (var junk in Junk)
                    await IsTakenOrRefused(client, template.Address, Replace(template.ToNode(), path, junk));
            }
        }
        Assert.True(client.Emulator.Counters.Posts > 200);
    }

    [Fact]
    public async Task Bytes_that_are_cut_or_changed_anywhere_are_202_or_a_4xx()
    {
        await using var client = await EmulatorClient.Start(Options);
        var whole = Encoding.UTF8.GetBytes(JobBody.Ga.Document("1", "tea for 👩‍👩‍👧 Anna").Entities().ToJson());

        foreach (var (position, value) in Gen.Zip(Gen.Choose(0, whole.Length - 1), Gen.Choose(0, 255)).Sample(200))
        {
            var changed = (byte[])whole.Clone();
            changed[position] = (byte)value;
            await IsTakenOrRefused(client, JobBody.Ga.Address, changed);
            await IsTakenOrRefused(client, JobBody.Ga.Address, whole[..position]);
        }
    }

    [Theory]
    [InlineData('[', 100_000)]
    [InlineData('{', 1000)]
    public async Task Deep_nesting_is_refused(char bracket, int depth)
    {
        await using var client = await EmulatorClient.Start(Options);
        var body = string.Concat(Enumerable.Repeat(bracket == '[' ? "[" : "{\"a\":", depth));

        await IsTakenOrRefused(client, JobBody.Ga.Address, "{\"analysisInput\":" + body);
    }

    [Fact]
    public async Task A_huge_id_in_a_body_or_an_address_breaks_nothing()
    {
        await using var client = await EmulatorClient.Start(Options);
        var id = new string('x', 500_000);

        await client.Submit(JobBody.Ga.Document(id, "tea").Single());
        using var answer = await client.Get(SavedJobs.Language(id[..7000]));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Another_method_is_404_as_the_gateway_says_it(string method)
    {
        await using var client = await EmulatorClient.Start(Options);

        using var answer = await client.SendForHead(new HttpRequestMessage(new HttpMethod(method), JobBody.Ga.Address));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("404", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["error"]!["code"]);
    }

    [Fact]
    public async Task What_is_no_HTTP_at_all_does_not_end_the_emulator()
    {
        await using var client = await EmulatorClient.Start(Options);
        foreach (var garbage in new[] { "\0\0\0\0", "HELLO\r\n\r\n", "POST / HTTP/1.1\r\nContent-Length: -5\r\n\r\n", "GET / HTTP/9.9\r\n\r\n" })
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(client.Emulator.Endpoint.Host, client.Emulator.Endpoint.Port);
            await socket.GetStream().WriteAsync(Encoding.Latin1.GetBytes(garbage));
        }

        await client.Submit(JobBody.Ga.Document("1", "tea").Single());
    }

    private static Task IsTakenOrRefused(EmulatorClient client, string address, string body) =>
        IsTakenOrRefused(client, address, Encoding.UTF8.GetBytes(body));

    private static async Task IsTakenOrRefused(EmulatorClient client, string address, byte[] body)
    {
        using var answer = await client.PostBytes(address, body);
        if (answer.StatusCode == HttpStatusCode.Accepted)
        {
            var job = await client.GetJson(answer.Headers.GetValues("operation-location").Single());
            Assert.NotNull(job["status"]);
            return;
        }
        Assert.InRange((int)answer.StatusCode, 400, 499);
        var error = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["error"]!;
        Assert.False(string.IsNullOrEmpty((string?)error["code"]));
        Assert.False(string.IsNullOrEmpty((string?)error["message"]));
    }

    private static IEnumerable<object[]> Paths(JsonNode? node, object[] path)
    {
        if (path.Length > 0)
            yield return path;
        var children = node switch
        {
            JsonObject members => members.Select(member => ((object)member.Key, member.Value)),
            JsonArray list => list.Select((item, index) => ((object)index, item)),
            _ => [],
        };
        foreach (var (step, child) in children)
        {
            foreach (var deeper in Paths(child, [.. path, step]))
                yield return deeper;
        }
    }

    private static string Replace(JsonObject body, object[] path, string junk)
    {
        var owner = path[..^1].Aggregate((JsonNode)body, (node, step) => step is string name ? node[name]! : node[(int)step]!);
        if (path[^1] is string last)
            owner[last] = Marker;
        else
            owner[(int)path[^1]] = Marker;
        // Put in as text: some of the junk is more than a JSON library would write.
        return body.ToJsonString().Replace($"\"{Marker}\"", junk);
    }
}
