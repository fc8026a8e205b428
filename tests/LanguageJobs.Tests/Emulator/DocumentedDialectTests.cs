using LanguageJobs.Emulator;

namespace LanguageJobs.Tests.Emulator;

public class DocumentedDialectTests
{
    [Fact]
    public async Task A_job_can_be_answered_in_the_shape_of_the_documentation()
    {
        await using var client = await EmulatorClient.Start(
            new EmulatorOptions { Projects = Projects.All, Dialect = EmulatorDialect.Documented });
        var body = new JobBody { TextAnalytics = true, DisplayName = "MyJob" }.Document("1", "tea for Anna").Multi().Entities();

        var job = await client.GetJson(await client.Submit(body));

        Assert.Equal("completed", (string?)job["status"]);
        Assert.Equal("MyJob", (string?)job["tasks"]!["details"]!["name"]);
        Assert.Equal("completed", (string?)job["tasks"]!["details"]!["status"]);
        Assert.Equal(2, (int)job["tasks"]!["completed"]!);
        var multi = job["tasks"]!["tasks"]!["customMultiClassificationTasks"]![0]!;
        Assert.Equal("MyJob", (string?)multi["name"]);
        Assert.Equal("completed", (string?)multi["status"]);
        Assert.Equal(
            """{"documents":[{"id":"1","classes":[{"category":"Hot","confidenceScore":1}],"warnings":[]}],"errors":[],"statistics":{"documentsCount":1,"validDocumentsCount":1,"erroneousDocumentsCount":0,"transactionsCount":1}}""",
            multi["results"]!.ToJsonString());
        Assert.Equal("Anna", (string?)job["tasks"]!["tasks"]!["customEntityRecognitionTasks"]![0]!["results"]!["documents"]![0]!["entities"]![0]!["text"]);
    }
}
