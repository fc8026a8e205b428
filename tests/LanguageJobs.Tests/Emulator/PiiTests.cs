using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using LanguageJobs.Emulator;

namespace LanguageJobs.Tests.Emulator;

/// <summary>Personal data: the emulator answers in the shapes that the service was recorded with.</summary>
public class PiiTests
{
    private const string Text = "Write to ada@contoso.com.";

    [Fact]
    public async Task The_language_route_answers_with_the_redacted_text_before_the_id()
    {
        await using var client = await EmulatorClient.Start(new());

        var job = await Run(client, Ga("""{"kind":"PiiEntityRecognition","taskName":"pii"}"""));

        var item = job["tasks"]!["items"]![0]!;
        Assert.Equal(("PiiEntityRecognitionLROResults", "pii", "succeeded"), ((string?)item["kind"], (string?)item["taskName"], (string?)item["status"]));
        Assert.Equal(
            """{"documents":[{"redactedText":"Write to ***************.","id":"1","entities":[{"text":"ada@contoso.com","category":"Email","offset":9,"length":15,"confidenceScore":0.8}],"warnings":[]}],"errors":[],"modelVersion":"2021-01-15"}""",
            item["results"]!.ToJsonString());
    }

    [Fact]
    public async Task The_older_route_has_a_list_of_its_own_for_it()
    {
        await using var client = await EmulatorClient.Start(new());

        var job = await Run(client, V3("""{"entityRecognitionPiiTasks":[{"parameters":{"model-version":"latest","domain":"phi"},"taskName":"pii"}]}"""), "text/analytics/v3.1/analyze");

        var task = job["tasks"]!["entityRecognitionPiiTasks"]![0]!;
        Assert.Equal(("pii", "succeeded"), ((string?)task["taskName"], (string?)task["state"]));
        Assert.Equal("Write to ***************.", (string?)task["results"]!["documents"]![0]!["redactedText"]);
        Assert.Equal("2021-01-15", (string?)task["results"]!["modelVersion"]);
    }

    [Theory]
    [InlineData("Utf16CodeUnit")]
    [InlineData("UnicodeCodePoint")]
    [InlineData("TextElements_v8")]
    public async Task Offsets_and_masks_count_in_the_unit_that_was_asked_for(string unit)
    {
        const string text = "😀 e\u0301! ada@contoso.com, 👩‍🚀 555-0199";
        await using var client = await EmulatorClient.Start(new());

        var job = await Run(client, Ga($$$"""{"kind":"PiiEntityRecognition","parameters":{"stringIndexType":"{{{unit}}}"}}""", text));

        var document = job["tasks"]!["items"]![0]!["results"]!["documents"]![0]!;
        string[] original = Split(text, unit), redacted = Split((string)document["redactedText"]!, unit);
        Assert.Equal(2, document["entities"]!.AsArray().Count);
        foreach (var entity in document["entities"]!.AsArray())
        {
            var (offset, length) = ((int)entity!["offset"]!, (int)entity["length"]!);
            Assert.Equal((string?)entity["text"], string.Concat(original.Skip(offset).Take(length)));
            Assert.Equal(new string('*', length), string.Concat(redacted.Skip(offset).Take(length)));
        }
        Assert.Equal("😀 e\u0301! ***************, 👩‍🚀 ********", (string?)document["redactedText"]);
    }

    [Fact]
    public async Task Categories_that_were_not_asked_for_stay_readable()
    {
        await using var client = await EmulatorClient.Start(new());

        var job = await Run(client, Ga("""{"kind":"PiiEntityRecognition","parameters":{"piiCategories":["PhoneNumber"],"redactionPolicy":{"policyKind":"CharacterMask"}}}""", "ada@contoso.com, 555-0199"));

        Assert.Equal("ada@contoso.com, ********", (string?)job["tasks"]!["items"]![0]!["results"]!["documents"]![0]!["redactedText"]);
    }

    [Theory]
    [InlineData("\"Email\"")]
    [InlineData("[1]")]
    public async Task Categories_that_are_not_a_list_of_names_are_refused(string categories)
    {
        await using var client = await EmulatorClient.Start(new());

        var error = await client.PostForError(
            JobBody.Ga.Address, Ga($$$"""{"kind":"PiiEntityRecognition","parameters":{"piiCategories":{{{categories}}} }}"""), HttpStatusCode.BadRequest);

        Assert.Contains("piiCategories", error.ToJsonString());
    }

    [Fact]
    public async Task A_project_cannot_be_of_this_kind()
    {
        var project = new GazetteerProject { Name = "Ours", Kind = "PiiEntityRecognition", Phrases = Projects.All[0].Phrases };

        var e = await Assert.ThrowsAsync<ArgumentException>(() => EmulatorClient.Start(new() { Projects = [project] }));

        Assert.EndsWith("one of the kinds CustomEntityRecognition, CustomSingleLabelClassification, CustomMultiLabelClassification.", e.Message);
    }

    private static async Task<JsonNode> Run(EmulatorClient client, string body, string address = "language/analyze-text/jobs?api-version=2023-04-01")
    {
        using var accepted = await client.Post(address, body);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        return await client.GetJson(accepted.Headers.GetValues("operation-location").Single());
    }

    private static string Ga(string task, string text = Text) => Body(JsonNode.Parse($"[{task}]")!, text);

    private static string V3(string tasks) => Body(JsonNode.Parse(tasks)!, Text);

    private static string Body(JsonNode tasks, string text) => new JsonObject
    {
        ["analysisInput"] = new JsonObject { ["documents"] = new JsonArray(new JsonObject { ["id"] = "1", ["text"] = text }) },
        ["tasks"] = tasks,
    }.ToJsonString();

    private static string[] Split(string text, string unit) => unit switch
    {
        "Utf16CodeUnit" => [.. text.Select(c => c.ToString())],
        "UnicodeCodePoint" => [.. text.EnumerateRunes().Select(rune => rune.ToString())],
        _ => Elements(text),
    };

    private static string[] Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        var found = new List<string>();
        while (elements.MoveNext())
            found.Add(elements.GetTextElement());
        return [.. found];
    }
}
