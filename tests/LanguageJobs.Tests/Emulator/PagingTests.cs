using System.Net;
using System.Text.Json.Nodes;

namespace LanguageJobs.Tests.Emulator;

public class PagingTests
{
    [Fact]
    public async Task Following_next_links_gives_every_document_once_and_in_order()
    {
        await using var client = await EmulatorClient.Start();
        var ids = new List<string>();
        var sizes = new List<int>();

        for (string? link = SavedJobs.Language(SavedJobs.TicketArchive); link is not null;)
        {
            var page = await client.GetJson(link);
            var documents = Documents(page);
            ids.AddRange(documents.Select(document => (string)document!["id"]!));
            sizes.Add(documents.Count);
            link = (string?)page["nextLink"];
        }

        Assert.Equal([20, 20, 5], sizes);
        Assert.Equal(Enumerable.Range(2000, 45).Select(number => $"ticket-{number}"), ids);
    }

    [Theory]
    [InlineData("", "?$skip=20&$top=20&showStats=False")]
    [InlineData("?$top=40&showStats=true", "?$skip=40&$top=5&showStats=True")]
    [InlineData("?$top=10&$skip=30", "?$skip=40&$top=5&showStats=False")]
    public async Task The_next_link_of_v3_is_spelled_as_the_service_spells_it(string query, string expected)
    {
        await using var client = await EmulatorClient.Start();

        var page = await client.GetJson(SavedJobs.TextAnalytics(SavedJobs.TicketArchive, query));

        Assert.Equal(client.Emulator.Endpoint + SavedJobs.TextAnalytics(SavedJobs.TicketArchive) + expected, (string?)page["@nextLink"]);
    }

    [Theory]
    [InlineData("", "?showStats=False&top=20&skip=20&api-version=2023-04-01")]
    [InlineData("&top=40&showStats=True", "?showStats=True&top=5&skip=40&api-version=2023-04-01")]
    public async Task The_next_link_of_the_language_route_names_its_version(string query, string expected)
    {
        await using var client = await EmulatorClient.Start();

        var page = await client.GetJson(SavedJobs.Language(SavedJobs.TicketArchive, query));

        Assert.Equal(
            $"{client.Emulator.Endpoint}language/analyze-text/jobs/{SavedJobs.TicketArchive}{expected}", (string?)page["nextLink"]);
    }

    [Theory]
    [InlineData("&top=50")]
    [InlineData("&skip=40")]
    public async Task The_last_page_has_no_next_link(string query)
    {
        await using var client = await EmulatorClient.Start();

        var page = await client.GetJson(SavedJobs.Language(SavedJobs.TicketArchive, query));

        Assert.Null(page["nextLink"]);
    }

    [Fact]
    public async Task A_page_behind_the_end_is_empty()
    {
        await using var client = await EmulatorClient.Start();

        var page = await client.GetJson(SavedJobs.Language(SavedJobs.TicketArchive, "&skip=45"));

        Assert.Empty(Documents(page));
        Assert.Null(page["nextLink"]);
    }

    [Fact]
    public async Task A_failed_document_is_on_one_page_only()
    {
        await using var client = await EmulatorClient.Start();

        var first = await client.GetJson(SavedJobs.TextAnalytics(SavedJobs.AgreementEntities, "?$top=5"));
        var second = await client.GetJson((string)first["@nextLink"]!);

        Assert.Empty(Results(first)["errors"]!.AsArray());
        Assert.Single(Results(second)["errors"]!.AsArray());
        Assert.Empty(Results(second)["documents"]!.AsArray());
    }

    [Theory]
    [InlineData("$top", "0")]
    [InlineData("$top", "51")]
    [InlineData("$top", "-1")]
    [InlineData("$top", "ten")]
    [InlineData("$skip", "-1")]
    [InlineData("$skip", "99999999999999999999")]
    [InlineData("showStats", "maybe")]
    public async Task A_bad_parameter_is_400_and_says_which(string name, string value)
    {
        await using var client = await EmulatorClient.Start();

        using var answer = await client.Get(SavedJobs.TextAnalytics(SavedJobs.TicketArchive, $"?{name}={value}"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var error = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["error"]!;
        Assert.Equal("InvalidRequest", (string?)error["code"]);
        Assert.Equal("InvalidParameterValue", (string?)error["innererror"]!["code"]);
        Assert.Contains(name, (string?)error["innererror"]!["message"]);
    }

    private static JsonNode Results(JsonNode job) => job["tasks"]!["customEntityRecognitionTasks"]![0]!["results"]!;

    private static JsonArray Documents(JsonNode job) => job["tasks"]!["items"]![0]!["results"]!["documents"]!.AsArray();
}
