using System.Net;
using System.Text.Json.Nodes;
using LanguageJobs.Emulator;

namespace LanguageJobs.Tests.Emulator;

public class RefusalTests
{
    private static readonly EmulatorOptions Options = new() { Projects = Projects.All };

    [Fact]
    public async Task More_than_25_documents_are_too_many() => await IsRefused(
        JobBody.V3.Documents(26).Single(),
        """{"code":"InvalidRequest","message":"Invalid document in request.","innererror":{"code":"InvalidDocumentBatch","message":"Batch request contains too many records. Max 25 records are permitted."}}""");

    [Fact]
    public async Task The_language_route_writes_Document_with_a_capital() => await IsRefused(
        JobBody.Ga.Documents(26).Single(),
        """{"code":"InvalidRequest","message":"Invalid Document in request.","innererror":{"code":"InvalidDocumentBatch","message":"Batch request contains too many records. Max 25 records are permitted."}}""");

    [Fact]
    public async Task Documents_that_are_all_empty_refuse_the_request() => await IsRefused(
        JobBody.Ga.Document("1", "").Document("2", "").Single(),
        """{"code":"InvalidRequest","message":"Invalid Document in request.","innererror":{"code":"InvalidDocumentBatch","message":"Document text is empty."}}""");

    [Fact]
    public async Task No_documents_refuse_the_request() => await IsRefused(
        JobBody.Ga.Single(),
        """{"code":"InvalidRequest","message":"Invalid Document in request.","innererror":{"code":"InvalidDocumentBatch","message":"Missing input documents."}}""");

    [Fact]
    public async Task Ids_must_differ() => await IsRefused(
        JobBody.Ga.Document("1", "tea").Document("1", "soup").Single(),
        """{"code":"InvalidRequest","message":"Invalid Document in request.","innererror":{"code":"InvalidDocument","message":"Request contains duplicated Ids. Make sure each document has a unique Id."}}""");

    [Fact]
    public async Task Tasks_of_one_kind_must_differ_by_name() => await IsRefused(
        JobBody.Ga.Document("1", "tea").Single().Multi().Single(),
        """{"code":"InvalidRequest","message":"InvalidTask in AnalyzeInput","innererror":{"code":"InvalidRequestBodyFormat","message":"Duplicate task name  for task type CustomSingleLabelClassification. Make sure each task under a task type has a unique name"}}""");

    [Fact]
    public async Task More_than_125000_text_elements_are_413()
    {
        await using var client = await EmulatorClient.Start(Options);
        var wide = string.Concat(Enumerable.Repeat("e\u0301", 62_500));
        var allowed = JobBody.Ga.Document("1", wide).Document("2", wide).Single();
        var tooLong = JobBody.Ga.Document("1", wide).Document("2", wide + "e").Single();

        await client.Submit(allowed);
        var error = await client.PostForError(tooLong.Address, tooLong.ToJson(), HttpStatusCode.RequestEntityTooLarge);

        Assert.Equal("Request Payload sent is too large to be processed. Limit request size to: 125000", InnerMessage(error));
        Assert.Equal(1, client.Emulator.Counters.AcceptedSubmissions);
    }

    [Fact]
    public async Task A_body_of_ten_megabytes_is_413_and_heard_to_the_end()
    {
        await using var client = await EmulatorClient.Start(Options);

        var error = await client.PostForError(JobBody.Ga.Address, new string(' ', 10_000_000), HttpStatusCode.RequestEntityTooLarge);

        Assert.Equal("InvalidDocumentBatch", (string?)error["innererror"]!["code"]);
    }

    [Theory]
    [InlineData("", "EmptyRequest", "Request body must be present.")]
    [InlineData("{", "InvalidRequestBodyFormat", "not valid JSON")]
    [InlineData("[]", "InvalidRequestBodyFormat", "must be a JSON object")]
    [InlineData("null", "InvalidRequestBodyFormat", "must be a JSON object")]
    [InlineData("""{"analysisInput":[]}""", "InvalidRequestBodyFormat", "'analysisInput' must be an object")]
    [InlineData("""{"analysisInput":{"documents":[1]}}""", "InvalidRequestBodyFormat", "'documents' must be an object")]
    [InlineData("""{"analysisInput":{"documents":[{"id":7,"text":"tea"}]}}""", "InvalidRequestBodyFormat", "'id' must be a string")]
    [InlineData("""{"analysisInput":{"documents":[{"text":"tea"}]}}""", "InvalidDocument", "without Id")]
    [InlineData("""{"analysisInput":{"documents":[{"id":"1","text":"tea"}]}}""", "InvalidRequestBodyFormat", "Missing tasks")]
    [InlineData("""{"analysisInput":{"documents":[{"id":"1","text":"tea"}]},"tasks":[]}""", "InvalidRequestBodyFormat", "Missing tasks")]
    [InlineData("""{"analysisInput":{"documents":[{"id":"1","text":"tea"}]},"tasks":{}}""", "InvalidRequestBodyFormat", "'tasks' must be an array")]
    public async Task A_body_of_the_wrong_form_is_400_and_says_why(string body, string code, string message)
    {
        await using var client = await EmulatorClient.Start(Options);

        var error = await client.PostForError(JobBody.Ga.Address, body, HttpStatusCode.BadRequest);

        Assert.Equal("InvalidRequest", (string?)error["code"]);
        Assert.Equal(code, (string?)error["innererror"]!["code"]);
        Assert.Contains(message, InnerMessage(error));
    }

    [Theory]
    [InlineData("""{"kind":"SentimentAnalysis","parameters":{}}""", "'SentimentAnalysis' is not served here")]
    [InlineData("""{"kind":"CustomEntityRecognition"}""", "projectName is required")]
    [InlineData("""{"kind":"CustomEntityRecognition","parameters":{"projectName":"Orders"}}""", "deploymentName is required")]
    [InlineData("""{"kind":"CustomEntityRecognition","parameters":{"projectName":"Orders","deploymentName":"production","stringIndexType":"Bytes"}}""", "'Bytes' is not supported")]
    public async Task A_task_that_cannot_be_asked_is_400_with_the_detail(string task, string message)
    {
        await using var client = await EmulatorClient.Start(Options);
        var body = JobBody.Ga.Document("1", "tea").ToNode();
        body["tasks"] = new JsonArray(JsonNode.Parse(task));

        var error = await client.PostForError(JobBody.Ga.Address, body.ToJsonString(), HttpStatusCode.BadRequest);

        Assert.Contains("failed with validation errors", InnerMessage(error));
        Assert.Contains(message, (string?)error["details"]![0]!["innererror"]!["message"]);
        Assert.Equal(0, client.Emulator.Counters.AcceptedSubmissions);
    }

    private static string? InnerMessage(JsonNode error) => (string?)error["innererror"]!["message"];

    private static async Task IsRefused(JobBody body, string expected)
    {
        await using var client = await EmulatorClient.Start(Options);

        var error = await client.PostForError(body.Address, body.ToJson(), HttpStatusCode.BadRequest);

        Assert.Equal(expected, error.ToJsonString());
        Assert.Equal(0, client.Emulator.Counters.AcceptedSubmissions);
    }
}
