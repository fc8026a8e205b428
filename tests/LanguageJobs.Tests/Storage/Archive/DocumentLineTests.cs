using System.Text;
using System.Text.Json;
using LanguageJobs.Storage;
using LanguageJobs.Tests.Hosting;
using LanguageJobs.Tests.Wire;
using LanguageJobs.Wire;

namespace LanguageJobs.Tests.Storage.Archive;

/// <summary>JSON lines: what is written of a job, and that it comes back.</summary>
public class DocumentLineTests
{
    private static readonly string[] Members =
    [
        "jobId", "taskName", "taskKind", "projectName", "deploymentName", "modelVersion", "documentId", "status", "classes", "entities",
        "warnings", "redactedText", "detectedLanguage", "error", "stringIndexType", "additionalProperties",
    ];

    [Fact]
    public void A_document_is_a_line_with_what_the_task_found()
    {
        var line = Assert.Single(Lines(Read(Bodies.V3("j", documentIds: ["1"])), StringIndexType.Utf16CodeUnit));

        Assert.Equal(
            """{"jobId":"j","taskName":"ner","taskKind":"CustomEntityRecognition","projectName":"P","deploymentName":"D","modelVersion":null,"documentId":"1","status":"Succeeded","classes":[],"entities":[{"text":"word of 1","category":"thing","subcategory":null,"offset":0,"length":9,"confidenceScore":0.9}],"warnings":[],"redactedText":null,"detectedLanguage":null,"error":null,"stringIndexType":"Utf16CodeUnit","additionalProperties":null}""",
            line);
    }

    [Fact]
    public void A_failed_document_is_a_line_with_its_error()
    {
        var lines = Lines(Read(Bodies.V3("j", errors: $"[{Bodies.DocumentError("2")}]", documentIds: ["1"])));

        Assert.Equal(2, lines.Length);
        Assert.Contains(
            """
            "documentId":"2","status":"Failed","classes":[],"entities":[],"warnings":[],"redactedText":null,"detectedLanguage":null,"error":{"code":"InvalidDocument","message":"Document text is empty."}
            """.Trim(), lines[1]);
    }

    [Theory]
    [MemberData(nameof(Shapes.Names), MemberType = typeof(Shapes))]
    public void Every_line_has_every_member_in_the_same_order(string shape) => Assert.All(Lines(Shapes.Job(shape)), line =>
    {
        using var json = JsonDocument.Parse(line);
        Assert.Equal(Members, json.RootElement.EnumerateObject().Select(member => member.Name));
    });

    [Theory]
    [MemberData(nameof(Shapes.Names), MemberType = typeof(Shapes))]
    public void A_job_comes_back_with_all_its_documents_rows_and_errors(string shape)
    {
        var job = Shapes.Job(shape);

        var back = Assert.Single(Read(Write(job)));

        Assert.Equal(Describe(job), Describe(back));
        Assert.Equal(Lines(job).Order(), Lines(back).Order());
        Assert.True(back.IsWhole);
    }

    [Fact]
    public void Members_that_entities_have_beside_their_own_come_back_with_each()
    {
        var job = Read("""
            {"jobId":"j","status":"succeeded","tasks":{"total":1,"items":[{"kind":"EntityRecognitionLROResults","status":"succeeded","results":{"documents":[
              {"id":"1","sentiment":"positive","entities":[
                {"text":"a","category":"c","offset":0,"length":1,"confidenceScore":1e-7,"tags":[{"name":"x"}]},
                {"text":"b","category":"c","offset":2,"length":1}]}],"errors":[]}}]}}
            """);

        var document = Assert.Single(Read(Write(job))).Tasks[0].Documents[0];

        Assert.Equal(["""{"tags":[{"name":"x"}]}""", null], document.Entities.Select(entity => entity.AdditionalProperties?.ToString()));
        Assert.Equal([1e-7, double.NaN], document.Entities.Select(entity => entity.ConfidenceScore));
        Assert.Equal("""{"sentiment":"positive"}""", document.AdditionalProperties!.ToString());
    }

    [Fact]
    public void Linked_entities_which_are_no_rows_come_back_raw()
    {
        var job = Read("""
            {"jobId":"j","status":"succeeded","tasks":{"total":1,"items":[{"kind":"EntityLinkingLROResults","status":"succeeded","results":{"documents":[
              {"id":"1","entities":[{"name":"Seattle","url":"https://example.com"}]}],"errors":[]}}]}}
            """);

        var document = Assert.Single(Read(Write(job))).Tasks[0].Documents[0];

        Assert.Empty(document.Entities);
        Assert.Equal("""[{"name":"Seattle","url":"https://example.com"}]""", document.AdditionalProperties!["entities"]);
    }

    [Fact]
    public void A_task_that_failed_and_a_job_that_is_not_finished_are_lines_without_a_document()
    {
        var failed = Read("""
            {"jobId":"j","status":"failed","errors":[{"code":"InternalServerError","message":"It broke."}],"tasks":{"total":1,"items":[
              {"kind":"CustomEntityRecognitionLROResults","taskName":"t","status":"failed"}]}}
            """);
        var running = Read(Bodies.V3("k", "running", documentIds: ["1"]));
        using var stream = new MemoryStream();
        using (var writer = new DocumentLineWriter(stream))
        {
            writer.Write(failed);
            writer.Write(running);
            writer.WriteUnfinished(running);
            Assert.Equal(4, writer.Count);
        }

        var back = Read(stream.ToArray());

        Assert.Equal(["j failed", "k running"], back.Select(job => $"{job.JobId} {job.Status}"));
        Assert.Equal(["InternalServerError", "TaskFailed"], back[0].AllErrors.Select(error => error.Code));
        Assert.Equal("1", back[1].Tasks.Single().Documents.Single().DocumentId);
        Assert.All(
            Encoding.UTF8.GetString(stream.ToArray()).Split('\n')[..2],
            line => Assert.Contains("\"documentId\":null", line));
    }

    [Fact]
    public void Jobs_that_follow_one_another_are_read_one_by_one()
    {
        var ids = Enumerable.Range(1, 50).Select(n => $"job-{n}").ToArray();
        var text = string.Concat(ids.Select(id => Encoding.UTF8.GetString(Write(Read(Bodies.V3(id, documentIds: ["1", "2"]))))));

        var jobs = Read(Encoding.UTF8.GetBytes(text.TrimEnd('\n').Replace("\n", "\r\n\r\n")));

        Assert.Equal(ids, jobs.Select(job => job.JobId));
        Assert.All(jobs, job => Assert.Equal(2, job.DocumentCount));
    }

    [Theory]
    [InlineData("{\"jobId\":\"j\",\"taskKind\":\"K\",\"documentId\":\"1\"}\n{\"jobId\":\"j\",", "ends early", "line 2")]
    [InlineData("\n\n<html>", "not valid JSON", "line 3")]
    [InlineData("{\"message\":\"another program's\"}", "no jobId", "line 1")]
    [InlineData("{\"jobId\":\"j\",\"entities\":[{\"offset\":\"1\"}]}", "Expected a number, but found", "(line 1, byte 36)")]
    [InlineData("{\"jobId\":\"j\",\"additionalProperties\":\"[]\"}", "Expected an object, but found", "line 1")]
    [InlineData("[]", "Expected an object, but found", "line 1")]
    public void A_line_that_is_not_about_a_document_says_which_and_why(string text, string reason, string place)
    {
        var failure = Assert.Throws<WireFormatException>(() => Read(Encoding.UTF8.GetBytes(text)));

        Assert.Contains(reason, failure.Message);
        Assert.Contains(place, failure.Message);
    }

    private static LanguageJob Read(string body) => JobBody.Read(Encoding.UTF8.GetBytes(body), new StringPool()).Job;

    private static LanguageJob[] Read(byte[] lines) => [.. DocumentLineReader.Read(new MemoryStream(lines), new StringPool())];

    private static byte[] Write(LanguageJob job, StringIndexType? unit = null)
    {
        using var stream = new MemoryStream();
        using (var writer = new DocumentLineWriter(stream, unit))
            writer.Write(job);
        return stream.ToArray();
    }

    private static string[] Lines(LanguageJob job, StringIndexType? unit = null) =>
        Encoding.UTF8.GetString(Write(job, unit)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string[] Describe(LanguageJob job) =>
    [
        .. from task in job.Tasks
           from document in task.Documents
           select $"{task.Kind} {task.Name} {task.ProjectName} {task.ModelVersion} {document.DocumentId} {document.TaskName} "
               + string.Join(' ', document.Classes.Select(row => $"{row} {row.JobId} {row.ConfidenceScore}"))
               + string.Join(' ', document.Entities.Select(row => $"{row} {row.Offset} {row.Length} {row.TaskName} {row.AdditionalProperties}"))
               + string.Join(' ', document.Warnings.Select(warning => warning.ToString()))
               + $"{document.DetectedLanguage} {document.DetectedLanguage?.IsLanguageDefaulted} {document.RedactedText} {document.AdditionalProperties}",
        .. job.AllErrors.Select(error => $"{error.TaskKind} {error.TaskName} {error.DocumentId} {error.Code} {error.Message}"),
    ];
}
