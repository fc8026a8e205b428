using System.Text;
using LanguageJobs.Service;
using LanguageJobs.Wire;

namespace LanguageJobs.Tests.Wire;

/// <summary>Health jobs of v3.x have their results at the top of the body.</summary>
public class HealthJobTests
{
    [Fact]
    public void The_results_are_those_of_one_task()
    {
        var job = Shapes.Job("v3.1-health");

        var task = Assert.Single(job.Tasks);
        Assert.Equal(("Healthcare", null, "succeeded", job.LastUpdateDateTime), (task.Kind, task.Name, task.Status, task.LastUpdateDateTime));
        Assert.Equal(["note-1", "note-2"], task.Documents.Select(document => document.DocumentId));
        Assert.Equal(["200mg 9 5", "ibuprofen 15 9", "fever 29 5"], task.Documents[0].Entities.Select(entity => $"{entity.Text} {entity.Offset} {entity.Length}"));
        Assert.Equal(("note-3", "InvalidDocument"), (Assert.Single(task.Errors).DocumentId, task.Errors[0].Code));
        Assert.Equal(3, task.Statistics!.DocumentsCount);
        Assert.Equal((1, 0, 0, 1), (job.Completed, job.Failed, job.InProgress, job.Total));
    }

    [Theory]
    [InlineData("running", "InProgress")]
    [InlineData("failed", "Failed")]
    [InlineData("partiallyCompleted", "Completed")]
    public void The_task_counts_as_what_the_job_is(string status, string counter)
    {
        var job = Read($$$"""{"jobId":"j","status":"{{{status}}}","errors":[],"results":{"documents":[],"errors":[]}}""");

        Assert.Equal(1, typeof(LanguageJob).GetProperty(counter)!.GetValue(job));
        Assert.Equal(1, job.Completed + job.Failed + job.InProgress);
    }

    [Fact]
    public void A_health_job_that_failed_without_a_reason_is_one_error() =>
        Assert.Equal("JobFailed", Assert.Single(Read("""{"jobId":"j","status":"failed","errors":[],"results":{"documents":[],"errors":[]}}""").AllErrors).Code);

    [Fact]
    public void Pages_of_a_health_job_are_merged_into_one_task()
    {
        var merge = new JobMerge();
        merge.Add(Read("""{"jobId":"j","status":"succeeded","results":{"documents":[{"id":"1"}],"errors":[]},"@nextLink":"x"}"""));
        merge.Add(Read("""{"jobId":"j","status":"succeeded","results":{"documents":[{"id":"2"}],"errors":[]}}"""));

        Assert.Equal(["1", "2"], Assert.Single(merge.ToJob().Tasks).Documents.Select(document => document.DocumentId));
    }

    private static LanguageJob Read(string json) => JobBody.Read(Encoding.UTF8.GetBytes(json), new StringPool()).Job;
}
