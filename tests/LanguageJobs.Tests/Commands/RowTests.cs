using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Commands;

/// <summary>The commands that emit rows: documents, classes, entities, errors.</summary>
public class RowTests
{
    [Fact]
    public async Task The_rows_of_a_page_go_out_before_the_next_page_is_asked_for()
    {
        await using var server = await LoopbackServer.StartAsync(GetLanguageJobTests.Pages("j"));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint).With("server", server);

        var counts = session.Run("Get-LanguageJobEntity j -ErrorAction SilentlyContinue | ForEach-Object { $server.Requests.Count }").Of<int>();

        Assert.Equal([1, 1, 2, 3], counts);
    }

    [Fact]
    public async Task A_consumer_that_has_enough_ends_the_paging()
    {
        await using var server = await LoopbackServer.StartAsync(GetLanguageJobTests.Pages("j"));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        session.Run("foreach ($once in 1) { Get-LanguageJobEntity j | ForEach-Object { $_; break } }").ThrowIfFailed();

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_failed_document_is_one_error_whatever_page_it_stands_on_and_the_good_rows_come()
    {
        await using var server = await LoopbackServer.StartAsync(GetLanguageJobTests.Pages("j"));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var result = session.Run("Get-LanguageJobEntity j");

        Assert.Equal(4, result.Of<LanguageEntity>().Length);
        var (record, id) = result.SingleError();
        Assert.Equal("InvalidDocument", id);
        var error = Assert.IsType<LanguageJobError>(record.TargetObject);
        Assert.Equal(("9", LanguageErrorScope.Document), (error.DocumentId, error.Scope));
        Assert.Contains("Document text is empty.", record.Exception.Message);
    }

    [Theory]
    [InlineData("-Category person", "ada,grace")]
    [InlineData("-Category PER*", "ada,grace")]
    [InlineData("-Category place,person", "ada,grace,paris")]
    [InlineData("-MinimumConfidence 0.8", "ada,paris")]
    [InlineData("-Category person -MinimumConfidence 0.8", "ada")]
    [InlineData("-DocumentId 2", "paris")]
    [InlineData("-DocumentId [12]", "ada,grace,paris")]
    [InlineData("-TaskName other", "")]
    [InlineData("-TaskName n*", "ada,grace,paris")]
    [InlineData("", "ada,grace,paris")]
    public void Entities_are_filtered_at_the_source(string filter, string expected)
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile("""
            {"jobId":"j","status":"succeeded","tasks":{"items":[{"kind":"CustomEntityRecognitionLROResults","taskName":"ner","status":"succeeded","results":{"documents":[
             {"id":"1","entities":[{"text":"ada","category":"Person","offset":0,"length":3,"confidenceScore":0.9},{"text":"grace","category":"Person","offset":4,"length":5,"confidenceScore":0.7}]},
             {"id":"2","entities":[{"text":"paris","category":"Place","offset":0,"length":5,"confidenceScore":0.8}]}]}}]}}
            """);

        var rows = session.Run($"Import-LanguageJob '{file.Path}' | Get-LanguageJobEntity {filter}").ThrowIfFailed().Of<LanguageEntity>();

        Assert.Equal(expected, string.Join(",", rows.Select(row => row.Text)));
    }

    [Theory]
    [InlineData("Get-LanguageJobClass", 4)]
    [InlineData("Get-LanguageJobClass -MinimumConfidence 0.95", 2)]
    [InlineData("Get-LanguageJobDocument", 2)]
    [InlineData("Get-LanguageJobDocument -Category c1", 2)]
    [InlineData("Get-LanguageJobDocument -Category nothing", 0)]
    public void Classes_and_documents_are_filtered_too(string command, int rows)
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile(Bodies.Ga("j", 2, "1", "2"));

        Assert.Equal(rows, session.Run($"Import-LanguageJob '{file.Path}' | {command}").ThrowIfFailed().Output.Length);
    }

    [Fact]
    public void Errors_are_objects_for_those_who_ask_for_them()
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile(Bodies.V3("j", errors: $"[{Bodies.DocumentError("7")},{Bodies.DocumentError("8")}]"));

        var errors = session.Run($"Import-LanguageJob '{file.Path}' | Get-LanguageJobError -DocumentId 8").ThrowIfFailed().Of<LanguageJobError>();

        Assert.Equal(("j", "ner", "8", "InvalidDocument"), (errors.Single().JobId, errors[0].TaskName, errors[0].DocumentId, errors[0].Code));
    }

    [Fact]
    public void A_job_that_is_not_finished_gives_what_it_has_and_says_so()
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile(Bodies.V3("j", status: "running", documentIds: ["1"]));

        var result = session.Run($"Import-LanguageJob '{file.Path}' | Get-LanguageJobEntity").ThrowIfFailed();

        Assert.Single(result.Output);
        Assert.Contains("not finished (running", Assert.Single(result.Warnings));
    }

    [Fact]
    public void A_documents_id_has_the_alias_Id()
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile(Bodies.V3("j", documentIds: ["doc-1"]));

        Assert.Equal(["doc-1"], session.Run($"Import-LanguageJob '{file.Path}' | Get-LanguageJobDocument | ForEach-Object Id").ThrowIfFailed().Of<string>());
    }
}
