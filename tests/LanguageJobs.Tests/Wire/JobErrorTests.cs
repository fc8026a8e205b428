using System.Text;
using LanguageJobs.Wire;

namespace LanguageJobs.Tests.Wire;

/// <summary>Which task an error of a job belongs to.</summary>
public class JobErrorTests
{
    private static LanguageJob Read(string json) => JobBody.Read(Encoding.UTF8.GetBytes(json), new StringPool()).Job;

    private static LanguageJob Job(string status, string errors, string tasks) => Read($$$"""{"jobId":"j","status":"{{{status}}}","errors":[{{{errors}}}],"tasks":{{{{tasks}}}}}""");

    private static string Error(string target) => $$"""{"code":"X","message":"no","target":"{{target}}"}""";

    [Fact]
    public void While_only_some_tasks_are_listed_an_error_is_not_matched_to_any()
    {
        var job = Shapes.Job("v3.1-preview.4-running");

        Assert.Null(Assert.Single(job.Errors).TaskName);
        Assert.Empty(job.Tasks.SelectMany(task => task.Errors));
    }

    [Theory]
    [InlineData("running")]
    [InlineData("failed")]
    public void Once_all_tasks_are_listed_each_error_bears_the_name_of_its_task(string status)
    {
        var job = Job(status, $"{Error("#/tasks/bTasks/1")},{Error("#/tasks/aTasks/0")}", """
            "total":3,"aTasks":[{"state":"failed","taskName":"a0"}],"bTasks":[{"state":"succeeded","taskName":"b0"},{"state":"failed","taskName":"b1"}]
            """);

        Assert.Equal(["b1", "a0"], job.AllErrors.Select(error => error.TaskName));
    }

    [Fact]
    public void A_task_without_a_status_is_found_too()
    {
        var job = Job("failed", Error("#/tasks/entityRecognitionTasks/0"), """
            "total":1,"entityRecognitionTasks":[{"taskName":"who","results":{"documents":[],"errors":[]}}]
            """);

        Assert.Equal("who", Assert.Single(job.AllErrors).TaskName);
    }

    [Fact]
    public void A_task_that_failed_for_a_reason_that_cannot_be_placed_has_no_error_of_its_own()
    {
        var job = Job("partiallyCompleted", Error("#/tasks/items/1"), """
            "total":3,"items":[{"kind":"HealthcareLROResults","status":"succeeded","taskName":"health"},{"kind":"A","status":"succeeded","taskName":"a"},{"kind":"A","status":"failed","taskName":"b"}]
            """);

        Assert.Null(Assert.Single(job.AllErrors).TaskName);
    }

    [Theory]
    [InlineData("#/tasks/items/7")]
    [InlineData("#/tasks/items/-1")]
    [InlineData("#/tasks/items")]
    [InlineData("#/tasks/otherTasks/0")]
    [InlineData("#/analysisInput/documents/0")]
    [InlineData("")]
    public void A_target_that_leads_to_no_task_is_kept_and_matched_to_none(string target)
    {
        var error = Assert.Single(Job("succeeded", Error(target), """ "total":1,"items":[{"kind":"A","status":"succeeded","taskName":"a"}] """).Errors);

        Assert.Equal((target, null), (error.Target, error.TaskName));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(1, true)]
    public void A_failed_task_without_a_reason_is_an_error_once_all_tasks_are_listed(int total, bool expected)
    {
        var job = Job("running", "", $$""" "total":{{total}},"items":[{"kind":"A","status":"failed","taskName":"bad"}] """);

        Assert.Equal(expected, job.AllErrors.Any(error => error is { Code: "TaskFailed", TaskName: "bad" }));
    }
}
