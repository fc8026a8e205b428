using System.Text;
using LanguageJobs.Tests.Hosting;
using LanguageJobs.Wire;

namespace LanguageJobs.Tests.Wire;

public class JobBodyTests
{
    private static LanguageJob Read(string json) => JobBody.Read(Encoding.UTF8.GetBytes(json), new StringPool()).Job;

    private static LanguageTask ReadTask(string task, string list = "items") =>
        Assert.Single(Read($$$"""{"jobId":"j","status":"succeeded","tasks":{"{{{list}}}":[{{{task}}}]}}""").Tasks);

    private static LanguageDocument ReadDocument(string document, string kind = "CustomEntityRecognitionLROResults") =>
        Assert.Single(ReadTask($$$"""{"kind":"{{{kind}}}","status":"succeeded","results":{"documents":[{{{document}}}],"errors":[]}}""").Documents);

    [Fact]
    public void The_documented_sample_reads_as_documented()
    {
        var job = Read(Bodies.DocumentedEntities);

        Assert.Equal("3fa85f64-5717-4562-b3fc-2c963f66afa6", job.JobId);
        Assert.Equal("MyJobName", job.DisplayName);
        Assert.Equal("completed", job.Status);
        Assert.True(job.IsFinished);
        Assert.Equal(new DateTimeOffset(2021, 5, 19, 14, 32, 25, 578, TimeSpan.Zero), job.CreatedDateTime);
        Assert.Equal((1, 0, 0, 1), (job.Completed, job.Failed, job.InProgress, job.Total));
        var task = Assert.Single(job.Tasks);
        Assert.Equal(("CustomEntityRecognition", "{JOB-NAME}", "completed"), (task.Kind, task.Name, task.Status));
        Assert.Equal(2, task.Documents.Length);
        var entity = Assert.Single(task.Documents[1].Entities);
        Assert.Equal(("David Schmidt", "artist", 0, 13, 0.8022353), (entity.Text, entity.Category, entity.Offset, entity.Length, entity.ConfidenceScore));
        Assert.Equal(("3fa85f64-5717-4562-b3fc-2c963f66afa6", "{JOB-NAME}", "CustomEntityRecognition", "{DOC-ID}"),
            (entity.JobId, entity.TaskName, entity.TaskKind, entity.DocumentId));
        Assert.NotNull(task.Statistics);
    }

    [Theory]
    [InlineData("""{"id":"1","classification":{"category":"A","confidenceScore":0.5}}""", "A")]
    [InlineData("""{"id":"1","classifications":[{"category":"A","confidenceScore":0.5},{"category":"B","confidenceScore":0.4}]}""", "A,B")]
    [InlineData("""{"id":"1","class":{"category":"A","confidenceScore":0.5}}""", "A")]
    [InlineData("""{"id":"1","class":[{"category":"A","confidenceScore":0.5}]}""", "A")]
    [InlineData("""{"id":"1","classes":[{"category":"A","confidenceScore":0.5},{"category":"A","confidenceScore":0.5}]}""", "A,A")]
    [InlineData("""{"id":"1","class":[]}""", "")]
    [InlineData("""{"id":"1","class":null}""", "")]
    public void Classes_are_read_under_each_of_their_names_as_object_or_array(string document, string expected)
    {
        var classes = ReadDocument(document, "CustomSingleLabelClassificationLROResults").Classes;

        Assert.Equal(expected, string.Join(",", classes.Select(row => row.Category)));
        Assert.All(classes, row => Assert.Equal("1", row.DocumentId));
    }

    [Theory]
    [InlineData("customEntityRecognitionTasks", "CustomEntityRecognition")]
    [InlineData("customSingleClassificationTasks", "CustomSingleLabelClassification")]
    [InlineData("customClassificationTasks", "CustomSingleLabelClassification")]
    [InlineData("customMultiClassificationTasks", "CustomMultiLabelClassification")]
    [InlineData("entityRecognitionPiiTasks", "PiiEntityRecognition")]
    [InlineData("entityRecognitionTasks", "EntityRecognition")]
    [InlineData("keyPhraseExtractionTasks", "KeyPhraseExtraction")]
    [InlineData("somethingNewTasks", "SomethingNew")]
    public void A_list_of_tasks_tells_their_kind(string list, string kind) =>
        Assert.Equal(kind, ReadTask("""{"state":"succeeded"}""", list).Kind);

    [Theory]
    [InlineData("CustomEntityRecognitionLROResults", "CustomEntityRecognition")]
    [InlineData("CustomSingleLabelClassificationLROResults", "CustomSingleLabelClassification")]
    [InlineData("customSingleClassificationTasks", "CustomSingleLabelClassification")]
    [InlineData("CustomMultiClassificationLROResults", "CustomMultiLabelClassification")]
    [InlineData("PiiEntityRecognitionLROResults", "PiiEntityRecognition")]
    [InlineData("HealthcareLROResults", "Healthcare")]
    [InlineData("conversationalSummarizationResults", "ConversationalSummarization")]
    [InlineData("TomorrowsKindLROResults", "TomorrowsKind")]
    public void The_kind_of_an_item_is_normalised(string kind, string expected) =>
        Assert.Equal(expected, ReadTask($$$"""{"kind":"{{{kind}}}","status":"running"}""").Kind);

    [Fact]
    public void Members_may_come_in_any_order()
    {
        var job = Read("""
            {"tasks":{"items":[{"results":{"documents":[{"entities":[{"confidenceScore":0.5,"length":1,"offset":2,"category":"C","text":"t"}],"id":"d"}]},
             "status":"succeeded","taskName":"n","kind":"CustomEntityRecognitionLROResults"}],"total":1},"status":"succeeded","jobId":"j"}
            """);

        var entity = Assert.Single(Assert.Single(Assert.Single(job.Tasks).Documents).Entities);
        Assert.Equal(("j", "n", "CustomEntityRecognition", "d"), (entity.JobId, entity.TaskName, entity.TaskKind, entity.DocumentId));
    }

    [Theory]
    [InlineData("""{"state":"running"}""", "running", null)]
    [InlineData("""{"status":"completed","state":"running"}""", "completed", null)]
    [InlineData("""{"name":"old","taskName":"new"}""", null, "new")]
    [InlineData("""{"name":"old"}""", null, "old")]
    public void A_tasks_status_and_name_have_two_spellings(string task, string? status, string? name)
    {
        var read = ReadTask(task, "customEntityRecognitionTasks");

        Assert.Equal((status, name), (read.Status, read.Name));
    }

    [Theory]
    [InlineData("lastUpdateDateTime")]
    [InlineData("lastUpdatedDateTime")]
    public void The_time_of_the_last_change_has_two_spellings(string member) =>
        Assert.Equal(
            new DateTimeOffset(2022, 6, 9, 17, 10, 32, TimeSpan.Zero),
            Read($$$"""{"jobId":"j","{{{member}}}":"2022-06-09T17:10:32Z"}""").LastUpdateDateTime);

    [Theory]
    [InlineData("2022-06-09T17:10:32.9504525Z", 9504525)]
    [InlineData("2022-06-09T17:10:32.9504Z", 9504000)]
    [InlineData("2022-06-09T19:10:32+02:00", 0)]
    [InlineData("2022-06-09T17:10:32", 0)]
    public void Times_are_utc_to_the_last_digit(string text, int ticks) =>
        Assert.Equal(
            new DateTimeOffset(2022, 6, 9, 17, 10, 32, TimeSpan.Zero).AddTicks(ticks),
            Read($$$"""{"jobId":"j","createdDateTime":"{{{text}}}"}""").CreatedDateTime);

    [Theory]
    [InlineData("nextLink")]
    [InlineData("@nextLink")]
    public void The_next_link_has_two_spellings(string member)
    {
        var page = JobBody.Read(Encoding.UTF8.GetBytes($$$"""{"jobId":"j","{{{member}}}":"https://host/next"}"""), new StringPool());

        Assert.Equal("https://host/next", page.NextLink);
    }

    [Theory]
    [InlineData("succeeded", true)]
    [InlineData("Completed", true)]
    [InlineData("partiallyCompleted", true)]
    [InlineData("partiallySucceeded", true)]
    [InlineData("failed", true)]
    [InlineData("cancelled", true)]
    [InlineData("rejected", true)]
    [InlineData("notStarted", false)]
    [InlineData("cancelling", false)]
    [InlineData("pondering", false)]
    public void A_status_is_kept_as_it_is_and_finished_or_not(string status, bool finished)
    {
        var job = Read($$$"""{"jobId":"j","status":"{{{status}}}"}""");

        Assert.Equal((status, finished), (job.Status, job.IsFinished));
    }

    [Fact]
    public void A_failed_document_has_the_innermost_code_and_message()
    {
        var task = ReadTask($$$"""{"kind":"CustomEntityRecognitionLROResults","status":"succeeded","results":{"documents":[],"errors":[{{{Bodies.DocumentError("7")}}}]}}""");

        var error = Assert.Single(task.Errors);
        Assert.Equal((LanguageErrorScope.Document, "7", "InvalidDocument", "Document text is empty."),
            (error.Scope, error.DocumentId, error.Code, error.Message));
    }

    [Fact]
    public void An_inner_error_without_a_code_does_not_hide_the_outer_one()
    {
        var job = Read("""{"jobId":"j","status":"failed","errors":[{"code":"InternalServerError","innerError":{"requestId":"x"},"message":"Internal server error"}]}""");

        Assert.Equal(("InternalServerError", "Internal server error"), (job.Errors.Single().Code, job.Errors.Single().Message));
    }

    [Fact]
    public void A_job_error_that_points_to_a_failed_task_bears_its_name()
    {
        var job = Read("""
            {"jobId":"j","status":"partiallyCompleted","errors":[{"code":"X","message":"no","target":"#/tasks/items/1"}],
             "tasks":{"items":[{"kind":"A","status":"succeeded","taskName":"good"},{"kind":"B","status":"failed","taskName":"bad"}]}}
            """);

        var error = Assert.Single(job.AllErrors);
        Assert.Equal((LanguageErrorScope.Job, "bad", "X"), (error.Scope, error.TaskName, error.Code));
    }

    [Fact]
    public void A_failed_task_that_nobody_explains_is_an_error_of_its_own()
    {
        var job = Read("""{"jobId":"j","status":"partiallyCompleted","errors":[],"tasks":{"customEntityRecognitionTasks":[{"state":"failed","taskName":"bad"}]}}""");

        var error = Assert.Single(job.AllErrors);
        Assert.Equal((LanguageErrorScope.Task, "bad", "TaskFailed"), (error.Scope, error.TaskName, error.Code));
        Assert.True(job.HasErrors);
    }

    [Fact]
    public void A_failed_job_that_nobody_explains_is_an_error()
    {
        var error = Assert.Single(Read("""{"jobId":"j","status":"failed","errors":[]}""").AllErrors);

        Assert.Equal((LanguageErrorScope.Job, "JobFailed"), (error.Scope, error.Code));
    }

    [Fact]
    public void Entity_linking_and_key_phrases_are_tasks_without_entity_rows()
    {
        var job = Read("""
            {"jobId":"j","status":"succeeded","tasks":{
             "entityLinkingTasks":[{"state":"succeeded","results":{"documents":[{"id":"0","entities":[{"name":"Test","matches":[{"text":"Test"}],"url":"u"}]}]}}],
             "keyPhraseExtractionTasks":[{"state":"succeeded","results":{"documents":[{"id":"0","keyPhrases":["a","b"]}]}}]}}
            """);

        Assert.Equal(["EntityLinking", "KeyPhraseExtraction"], job.Tasks.Select(task => task.Kind));
        Assert.All(job.Tasks, task => Assert.Empty(Assert.Single(task.Documents).Entities));
    }

    [Theory]
    [InlineData("""{"id":"1","detectedLanguage":"de"}""", null, "de", false)]
    [InlineData("""{"id":"1","detectedLanguage":{"name":"German","iso6391Name":"de","confidenceScore":0.9},"isLanguageDefaulted":true}""", "German", "de", true)]
    [InlineData("""{"id":"1","isLanguageDefaulted":true,"detectedLanguage":{"name":"German","iso6391Name":"de","confidenceScore":0.9}}""", "German", "de", true)]
    public void The_detected_language_is_a_string_or_an_object(string document, string? name, string code, bool defaulted)
    {
        var language = ReadDocument(document).DetectedLanguage!;

        Assert.Equal((name, code, defaulted), (language.Name, language.Iso6391Name, language.IsLanguageDefaulted));
    }

    [Fact]
    public void Warnings_and_statistics_of_a_document_come_through()
    {
        var document = ReadDocument("""
            {"id":"1","entities":[],"statistics":{"charactersCount":12,"transactionsCount":1},"warnings":[{"code":"DocumentTruncated","message":"cut","targetRef":"#/x"}]}
            """);

        var warning = Assert.Single(document.Warnings);
        Assert.Equal(("DocumentTruncated", "cut", "#/x"), (warning.Code, warning.Message, warning.TargetRef));
        Assert.Equal((12, 1), (document.Statistics!.CharactersCount, document.Statistics.TransactionsCount));
    }

    [Fact]
    public void Unknown_members_of_any_shape_are_passed_over()
    {
        var job = Read("""
            {"new":{"deep":[1,{"x":[]}]},"jobId":"j","tasks":{"new":[1,2],"items":[{"kind":"CustomEntityRecognitionLROResults","new":null,
             "results":{"new":true,"documents":[{"id":"1","new":[[]],"entities":[{"text":"t","category":"c","offset":0,"length":1,"confidenceScore":1.0,
             "resolutions":[{"x":1}],"tags":[{"name":"n"}]}]}]}}]}}
            """);

        Assert.Equal("t", job.Tasks.Single().Documents.Single().Entities.Single().Text);
    }

    [Theory]
    [InlineData("""{"failedTasks":1,"newTasks":{"a":[]},"oldTasks":null,"doneTasks":["x"],"items":[{"kind":"A"}]}""")]
    [InlineData("""{"items":"none","aTasks":[{"state":"running"}]}""")]
    public void What_is_not_a_list_of_tasks_is_passed_over(string tasks) =>
        Assert.Equal("A", Assert.Single(Read($$$"""{"jobId":"j","tasks":{{{tasks}}}}""").Tasks).Kind);

    [Theory]
    [InlineData("7", 7)]
    [InlineData("7.0", 7)]
    [InlineData("7e0", 7)]
    [InlineData("0.7E1", 7)]
    [InlineData("-1", -1)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("null", 0)]
    public void A_whole_number_is_read_however_it_is_written(string number, int expected) =>
        Assert.Equal(expected, ReadDocument($$"""{"entities":[{"text":"t","category":"c","offset":{{number}},"length":1}]}""").Entities[0].Offset);

    [Fact]
    public void A_byte_order_mark_is_passed_over_and_not_counted()
    {
        Assert.Equal("j", Read("\uFEFF{\"jobId\":\"j\"}").JobId);
        Assert.Contains("(line 1, byte 13)", Assert.Throws<WireFormatException>(() => Read("\uFEFF{\"jobId\":\"j\"")).Message);
    }

    [Fact]
    public void Repeated_words_are_one_string()
    {
        var document = ReadDocument("""
            {"id":"1","entities":[{"text":"a","category":"Person","offset":0,"length":1,"confidenceScore":1},{"text":"b","category":"Person","offset":2,"length":1,"confidenceScore":1}]}
            """);

        Assert.Same(document.Entities[0].Category, document.Entities[1].Category);
    }

    [Theory]
    [InlineData("", "The body is empty")]
    [InlineData("  \n", "The body is empty")]
    [InlineData("<html></html>", "'<' is an invalid start of a value (line 1, byte 1)")]
    [InlineData("[]", "Expected the object of a job, but found an array")]
    [InlineData("null", "Expected the object of a job, but found")]
    [InlineData("{}", "neither a jobId nor tasks")]
    [InlineData("{\"jobId\":\"j\",\n\"status\":7}", "Expected a string, but found a number (line 2, byte 10)")]
    [InlineData("{\"jobId\":\"j\"", "ends early: one object or array is still open (line 1, byte 13)")]
    [InlineData("{\"jobId\":\"j", "ends early")]
    [InlineData("{\"jobId\":\"j\",\"tasks\":{\"items\":[{", "4 objects or arrays are still open")]
    [InlineData("{\"jobId\":\"j\"} x", "not valid JSON")]
    [InlineData("""{"jobId":"\ud83d"}""", "not valid Unicode")]
    [InlineData("""{"error":{"code":"401","message":"Access denied"}}""", "an error of the service: 401: Access denied")]
    [InlineData("""{"jobId":"j","tasks":{"total":1.5}}""", "Expected a whole number, but found 1.5 (line 1, byte 31)")]
    [InlineData("""{"jobId":"j","tasks":{"total":3000000000}}""", "Expected a whole number, but found 3000000000")]
    [InlineData("""{"jobId":"j","tasks":{"total":"1"}}""", "Expected a number, but found a string")]
    public void What_is_not_a_job_is_refused_with_the_reason_and_the_place(string json, string reason) =>
        Assert.Contains(reason, Assert.Throws<WireFormatException>(() => Read(json)).Message);

    [Fact]
    public void The_documented_sample_without_its_last_brace_ends_early_and_says_where()
    {
        var text = Bodies.DocumentedEntitiesWithoutBrace;
        var e = Assert.Throws<WireFormatException>(() => Read(text));

        Assert.Contains($"ends early: one object or array is still open (line {text.Split('\n').Length}, byte", e.Message);
    }

    [Fact]
    public void Ten_thousand_levels_are_an_error_and_not_a_crash()
    {
        var deep = "{\"jobId\":\"j\",\"x\":" + new string('[', 10_000) + new string(']', 10_000) + "}";

        Assert.Contains("not valid JSON", Assert.Throws<WireFormatException>(() => Read(deep)).Message);
    }
}
