namespace LanguageJobs.Tests.Emulator;

public class StatisticsTests
{
    [Fact]
    public async Task Nobody_gets_statistics_who_does_not_ask()
    {
        await using var client = await EmulatorClient.Start();

        var job = await client.GetJson(SavedJobs.TextAnalytics(SavedJobs.AgreementEntities));

        Assert.DoesNotContain("statistics", job.ToJsonString());
    }

    [Fact]
    public async Task Statistics_count_the_page_and_not_the_task()
    {
        await using var client = await EmulatorClient.Start();

        var job = await client.GetJson(SavedJobs.TextAnalytics(SavedJobs.AgreementEntities, "?$top=3&$skip=3&showStats=true"));

        var results = job["tasks"]!["customEntityRecognitionTasks"]![0]!["results"]!;
        Assert.Equal(
            """{"documentsCount":3,"validDocumentsCount":2,"erroneousDocumentsCount":1,"transactionsCount":2}""",
            results["statistics"]!.ToJsonString());
        Assert.Equal("""{"charactersCount":149,"transactionsCount":1}""", results["documents"]![0]!["statistics"]!.ToJsonString());
        Assert.Equal("statistics", results.AsObject().First().Key);
    }
}
