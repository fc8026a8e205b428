using System.Text;
using LanguageJobs.Storage;

namespace LanguageJobs.Tests.Storage.History;

public class RememberedJobTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly RememberedJob Full = new("j", Noon)
    {
        Created = Noon.AddMinutes(-5),
        Updated = Noon.AddMinutes(-1),
        Expires = Noon.AddDays(1),
        Status = "succeeded",
        DisplayName = "nächtlich \"1\"",
        Endpoint = "https://contoso.cognitiveservices.azure.com",
        ApiVersion = "2025-11-01",
        Location = "https://contoso.cognitiveservices.azure.com/language/analyze-text/jobs/j?api-version=2025-11-01",
        Kinds = ["CustomEntityRecognition", "KeyPhraseExtraction"],
        Projects = ["Tickets"],
        DocumentCount = 25,
        Completed = 1,
        Failed = 0,
        InProgress = 0,
        Total = 1,
        ExportedTo = "/archive/j.json",
        Skew = TimeSpan.FromSeconds(-3.5),
        IsAccepted = true,
        IsRead = true,
        IsPurged = true,
        Others = new Dictionary<string, string> { ["colour"] = "{\"a\": [1, 2]}" },
    };

    [Fact]
    public void A_line_says_everything_and_is_read_back()
    {
        var line = Line(Full);

        Assert.EndsWith("\n", line);
        Assert.Equal(1, line.Count(c => c == '\n'));
        Assert.Equal(line, Line(Read(line)!));
        Assert.Equivalent(Full, Read(line));
    }

    [Fact]
    public void What_is_not_known_is_left_out() =>
        Assert.Equal("{\"jobId\":\"j\",\"at\":\"2026-03-01T12:00:00Z\"}\n", Line(new RememberedJob("j", Noon)));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("not JSON")]
    [InlineData("{\"jobId\":\"j\"}")]
    [InlineData("{\"jobId\":\"\",\"at\":\"2026-03-01T12:00:00Z\"}")]
    [InlineData("{\"jobId\":7,\"at\":\"2026-03-01T12:00:00Z\"}")]
    [InlineData("{\"jobId\":\"j\",\"at\":\"yesterday\"}")]
    [InlineData("{\"jobId\":\"j\",\"at\":\"2026-03-01T12:00:00Z\",\"kinds\":\"all\"}")]
    [InlineData("{\"jobId\":\"j\",\"at\":\"2026-03-01T12:00:00Z\",\"total\":1e99}")]
    [InlineData("{\"jobId\":\"j\",\"at\":\"2026-03-01T12:00:00Z\"")]
    [InlineData("{\"jobId\":\"j\",\"at\":\"2026-03-01T12:00:00Z\"}{\"jobId\":\"k\",\"at\":\"2026-03-01T12:00:00Z\"}")]
    [InlineData("{\"jobId\":\"j\",\"at\":\"2026-03-01T12:00:00Z\",\"status\":\"run{\"jobId\":\"k\",\"at\":\"2026-03-01T12:00:00Z\"}")]
    public void A_line_that_is_torn_or_foreign_is_none(string line) => Assert.Null(Read(line));

    [Fact]
    public void Later_knowledge_is_laid_over_earlier_whichever_is_read_first()
    {
        var early = new RememberedJob("j", Noon) { Status = "running", DisplayName = "nightly", InProgress = 1, Total = 1 };
        var late = new RememberedJob("j", Noon.AddMinutes(1)) { Status = "succeeded", Completed = 1, InProgress = 0, IsRead = true };

        foreach (var merged in new[] { RememberedJob.Merge(early, late), RememberedJob.Merge(late, early) })
        {
            Assert.Equal(("succeeded", "nightly", 1, 0, 1), (merged.Status, merged.DisplayName, merged.Completed, merged.InProgress, merged.Total));
            Assert.Equal((Noon.AddMinutes(1), true), (merged.At, merged.IsRead));
        }
    }

    [Fact]
    public void A_clock_that_is_set_back_brings_no_finished_job_back_to_life()
    {
        var finished = new RememberedJob("j", Noon.AddDays(-1)) { Status = "succeeded", Completed = 1, InProgress = 0, Total = 1 };
        var running = new RememberedJob("j", Noon) { Status = "running", Completed = 0, InProgress = 1, Total = 1 };

        var merged = RememberedJob.Merge(running, finished);

        Assert.Equal(("succeeded", 1, 0), (merged.Status, merged.Completed, merged.InProgress));
    }

    [Fact]
    public void The_services_own_time_is_kept_rather_than_when_this_machine_heard_of_the_job()
    {
        var accepted = new RememberedJob("j", Noon) { Created = Noon, IsAccepted = true };
        var seen = new RememberedJob("j", Noon.AddDays(-1)) { Created = Noon.AddSeconds(-2) };

        Assert.Equal(Noon.AddSeconds(-2), RememberedJob.Merge(accepted, seen).Created);
        Assert.Equal(Noon.AddSeconds(-2), RememberedJob.Merge(accepted, seen with { At = Noon.AddDays(1) }).Created);
    }

    [Fact]
    public void What_was_forgotten_stays_so_until_the_job_is_met_again()
    {
        var forgotten = new RememberedJob("j", Noon.AddMinutes(1)) { IsForgotten = true };

        Assert.True(RememberedJob.Merge(Full, forgotten).IsForgotten);
        var met = RememberedJob.Merge(forgotten, new RememberedJob("j", Noon.AddMinutes(2)) { Status = "succeeded" });
        Assert.Equal((false, "succeeded", null), (met.IsForgotten, met.Status, met.DisplayName));
    }

    [Fact]
    public void Members_of_newer_versions_are_kept_by_name()
    {
        var old = new RememberedJob("j", Noon) { Others = new Dictionary<string, string> { ["a"] = "1", ["b"] = "1" } };
        var young = new RememberedJob("j", Noon.AddDays(1)) { Others = new Dictionary<string, string> { ["b"] = "2", ["c"] = "2" } };

        Assert.Equal("{\"jobId\":\"j\",\"at\":\"2026-03-02T12:00:00Z\",\"a\":1,\"b\":2,\"c\":2}\n", Line(RememberedJob.Merge(young, old)));
    }

    private static string Line(RememberedJob job)
    {
        using var stream = new MemoryStream();
        HistoryLine.Write(stream, job);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static RememberedJob? Read(string line) => HistoryLine.Read(Encoding.UTF8.GetBytes(line));
}
