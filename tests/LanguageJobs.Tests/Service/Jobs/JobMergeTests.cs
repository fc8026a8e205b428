using System.Text;
using LanguageJobs.Service;
using LanguageJobs.Wire;

namespace LanguageJobs.Tests.Service;

public class JobMergeTests
{
    private static LanguageJob Page(string tasks) =>
        JobBody.Read(Encoding.UTF8.GetBytes($$$"""{"jobId":"j","status":"succeeded","tasks":{"items":[{{{tasks}}}]}}"""), new StringPool()).Job;

    private static string Task(string kind, string? name, string document) =>
        $$$"""{"kind":"{{{kind}}}",{{{(name is null ? "" : $"\"taskName\":\"{name}\",")}}}"status":"succeeded","results":{"documents":[{"id":"{{{document}}}"}]}}""";

    private static LanguageJob Merge(params LanguageJob[] pages)
    {
        var merge = new JobMerge();
        foreach (var page in pages)
            merge.Add(page);
        return merge.ToJob();
    }

    [Fact]
    public void Documents_go_to_the_task_of_their_kind_and_name_wherever_it_stands()
    {
        var job = Merge(
            Page(Task("A", "x", "1") + "," + Task("B", "x", "1") + "," + Task("A", "y", "1")),
            Page(Task("A", "y", "2") + "," + Task("A", "x", "2") + "," + Task("B", "x", "2")));

        Assert.Equal(["A x 1,2", "B x 1,2", "A y 1,2"], job.Tasks.Select(task => $"{task.Kind} {task.Name} {string.Join(",", task.Documents.Select(d => d.DocumentId))}"));
    }

    [Fact]
    public void Tasks_that_only_their_place_tells_apart_stay_apart()
    {
        var job = Merge(
            Page(Task("A", null, "1") + "," + Task("A", null, "1")),
            Page(Task("A", null, "2") + "," + Task("A", null, "3")));

        Assert.Equal(["1,2", "1,3"], job.Tasks.Select(task => string.Join(",", task.Documents.Select(d => d.DocumentId))));
    }

    [Fact]
    public void A_task_that_only_a_later_page_lists_is_not_lost()
    {
        var job = Merge(Page(Task("A", null, "1")), Page(Task("A", null, "2") + "," + Task("B", null, "2")));

        Assert.Equal(2, job.Tasks.Length);
    }
}
