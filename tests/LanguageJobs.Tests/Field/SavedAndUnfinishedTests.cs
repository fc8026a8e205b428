using System.Management.Automation;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Field;

/// <summary>Jobs that were saved, that are still running, or whose errors name no task: the results that are there are found.</summary>
public class SavedAndUnfinishedTests : SubmissionFixture
{
    [Theory]
    [InlineData("Get-LanguageJobEntity", 23)]
    [InlineData("Get-LanguageJobDocument", 5)]
    public void A_job_from_a_clixml_file_gives_its_rows_without_a_connection(string command, int rows)
    {
        using var session = new PowerShellSession();
        var saved = PSSerializer.Serialize(
            session.Run($"Import-LanguageJob '{Repository.PathOf("examples/jobs/agreement-entities.json")}'").ThrowIfFailed().Output.Single());

        var result = session.With("xml", saved).Run($"[System.Management.Automation.PSSerializer]::Deserialize($xml) | {command}");

        Assert.Equal(rows, result.Output.Length);
        Assert.Equal("Document 'agreement-04': Document text is empty.", result.SingleError().Record.ToString());
    }

    [Fact]
    public async Task Rows_of_a_job_that_was_only_just_started_come_with_a_warning_and_no_error()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Method == "GET")
                return context.Response.WriteAsync("""{"jobId":"job-1","status":"running","tasks":{"completed":0,"failed":0,"inProgress":1,"total":1,"items":[]}}""");
            context.Response.StatusCode = 202;
            context.Response.Headers["Operation-Location"] = $"http://{context.Request.Host}/language/analyze-text/jobs/job-1?api-version=2025-11-01";
            return System.Threading.Tasks.Task.CompletedTask;
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion 2025-11-01");

        var result = session.Run($"'text' | Start-LanguageJob {Task} | Get-LanguageJobEntity").ThrowIfFailed();

        Assert.Empty(result.Output);
        Assert.Equal(
            ["Job job-1 is not finished (running, 0 of 1 tasks). These are the rows that it has so far; Wait-LanguageJob waits for the rest."],
            result.Warnings);
    }

    [Fact]
    public void Errors_of_tasks_without_a_name_say_the_kind_of_the_task()
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile("""
            {"jobId":"j","status":"partiallyCompleted","tasks":{"total":2,"items":[
             {"kind":"CustomEntityRecognitionLROResults","status":"failed"},
             {"kind":"CustomSingleLabelClassificationLROResults","status":"succeeded","results":{"documents":[],"errors":[
              {"id":"d2","error":{"code":"InvalidDocument","message":"Document text is empty."}}]}}]}}
            """);
        session.Run($"$job = Import-LanguageJob '{file.Path}'").ThrowIfFailed();

        var errors = session.Run("$job | Get-LanguageJobError").ThrowIfFailed().Of<LanguageJobError>();
        var records = session.Run("$job | Get-LanguageJobClass").Errors;

        Assert.Equal(
            [(LanguageErrorScope.Task, "CustomEntityRecognition", null), (LanguageErrorScope.Document, "CustomSingleLabelClassification", "d2")],
            errors.Select(error => (error.Scope, error.TaskKind!, error.DocumentId)));
        Assert.Equal(
            ["Task CustomEntityRecognition: The task failed; the service gives no reason for it.", "Document 'd2': Document text is empty."],
            records.Select(record => record.ToString()));
    }

    [Fact]
    public async Task A_pattern_that_is_not_valid_finds_its_document_in_every_job_of_the_pipeline()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
            context.Response.WriteAsync(Bodies.V3(context.Request.Path.Value!.Split('/')[^1], documentIds: ["a[draft.txt", "b.txt"])));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var rows = session.Run("'one', 'two' | Get-LanguageJobEntity -DocumentId 'a[draft.txt'").ThrowIfFailed().Of<LanguageEntity>();

        Assert.Equal([("one", "a[draft.txt"), ("two", "a[draft.txt")], rows.Select(row => (row.JobId, row.DocumentId)));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_decompressed_costs_its_job_alone()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            var id = context.Request.Path.Value!.Split('/')[^1];
            if (id != "bad")
                return context.Response.WriteAsync(Bodies.V3(id, documentIds: ["1"]));
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.WriteAsync("not gzip at all......");
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        foreach (var command in new[] { "Get-LanguageJobEntity", "Get-LanguageJob", "Wait-LanguageJob" })
        {
            var result = session.Run($"'a1', 'bad', 'a2' | {command} | ForEach-Object JobId");
            Assert.Equal(["a1", "a2"], result.Of<string>().Order());
            Assert.Equal(("InvalidResponse", "bad"), (result.SingleError().Id, result.SingleError().Record.TargetObject));
        }
    }
}
