using LanguageJobs.Storage;
using LanguageJobs.Tests.Emulator;

namespace LanguageJobs.Tests.Storage.History;

/// <summary>How the segments of many processes become one file, and what may go wrong on the way.</summary>
public sealed class HistoryFoldTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();
    private readonly HistoryFiles files;

    public HistoryFoldTests() => files = new HistoryFiles(folder.Path);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Segments_become_one_file_with_a_line_for_each_job_sorted_by_time()
    {
        Segment(Job("b", 2), Job("a", 1, "running"));
        Segment(Job("c", 3), Job("a", 1, "succeeded", at: 9));
        var before = List();

        Assert.True(HistoryFold.Run(files, _ => false));

        Assert.Empty(files.Segments());
        Assert.Equal(["a", "b", "c"], File.ReadAllLines(files.Folded).Select(line => line.Split('"')[3]));
        Assert.Equal(["c running", "b running", "a succeeded"], List());
        Assert.Equal(before, List());
    }

    [Fact]
    public void What_is_folded_later_is_laid_over_what_is_there()
    {
        Segment(Job("a", 1), Job("c", 3), Job("e", 5));
        HistoryFold.Run(files, _ => false);
        Segment(Job("b", 2), Job("c", 3, "failed", at: 9), Job("d", 4), Job("f", 6));
        var before = List();

        HistoryFold.Run(files, _ => false);

        Assert.Equal(["f running", "e running", "d running", "c failed", "b running", "a running"], List());
        Assert.Equal(before, List());
    }

    [Fact]
    public void A_segment_that_is_in_use_stays()
    {
        using var used = files.NewSegment();
        Append(used, Job("used", 1));
        Segment(Job("left", 2));

        HistoryFold.Run(files, _ => false);

        Assert.Equal([used.Path], files.Segments());
        Assert.Equal(["left running", "used running"], List());
    }

    [Fact]
    public void A_segment_that_was_only_just_made_stays()
    {
        // Another process has made it and not locked it yet.
        var path = Path.Combine(folder.Path, "jobs-20260301T120000000-0.jsonl");
        File.WriteAllText(path, "");
        HistoryFold.Run(files, _ => false);
        Assert.True(File.Exists(path));

        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(-2));
        HistoryFold.Run(files, _ => false);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void A_crash_after_the_folded_file_was_put_in_place_leaves_lines_twice_and_changes_nothing()
    {
        Segment(Job("a", 1), Job("b", 2, "failed"));
        var segment = files.Segments().Single();
        var lines = File.ReadAllBytes(segment);
        HistoryFold.Run(files, _ => false);
        File.WriteAllBytes(segment, lines);

        Assert.Equal(["b failed", "a running"], List());
        HistoryFold.Run(files, _ => false);
        Assert.Equal(["b failed", "a running"], List());
        Assert.Equal(2, File.ReadAllLines(files.Folded).Length);
    }

    [Fact]
    public void Half_lines_foreign_lines_and_foreign_files_cost_nothing_else()
    {
        folder.Write("jobs-20260301T110000000-1.jsonl", "{\"jobId\":\"half\",\"at\":\"2026-03-0");
        folder.Write("jobs-20260301T120000000-2.jsonl", "\0\0\0\n<html>\n{\"message\":\"somebody else's\"}\n" + Line(Job("good", 1)) + "{\"jobId\":\"ha");
        folder.Write("jobs.jsonl", "a foreign file");
        folder.Write("readme.txt", "another one");
        Directory.CreateDirectory(Path.Combine(folder.Path, "jobs-20260301T130000000-3.jsonl.d"));
        var reader = new HistoryReader(files);

        Assert.Equal(["good"], reader.NewestFirst().Select(job => job.JobId));
        Assert.Equal(5, reader.Skipped);
        HistoryFold.Run(files, _ => false);

        Assert.Equal(["good running"], List());
        Assert.Equal("a foreign file", File.ReadAllText(Path.Combine(folder.Path, "jobs.jsonl")));
        Assert.True(File.Exists(Path.Combine(folder.Path, "readme.txt")));
    }

    [Fact]
    public void Members_of_newer_versions_survive()
    {
        Segment(Job("a", 1) with { Others = new Dictionary<string, string> { ["cost"] = "{\"EUR\":1}" } });
        HistoryFold.Run(files, _ => false);
        Segment(Job("a", 1, "succeeded", at: 2), Job("b", 2));
        HistoryFold.Run(files, _ => false);

        Assert.Contains("\"cost\":{\"EUR\":1}", File.ReadAllText(files.Folded));
    }

    [Fact]
    public void Jobs_older_than_ninety_days_go_by_the_historys_own_time()
    {
        // The dates are in the past, whatever the clock says: what counts is the newest job.
        Segment(Job("old", 0), Job("kept", 60 * 24), Job("newest", 60 * 24 * 90 + 30));

        HistoryFold.Run(files, _ => false);

        Assert.Equal(["newest running", "kept running"], List());
    }

    [Fact]
    public void A_job_of_the_future_does_not_make_the_others_old()
    {
        Segment(Job("today", 0) with { Created = DateTimeOffset.UtcNow }, Job("future", 0) with { Created = DateTimeOffset.UtcNow.AddYears(10) });

        HistoryFold.Run(files, _ => false);

        Assert.Equal(["future running", "today running"], List());
    }

    [Fact]
    public void A_hundred_thousand_jobs_are_kept()
    {
        Segment([.. Enumerable.Range(0, 60_000).Select(n => Job($"early-{n}", n))]);
        HistoryFold.Run(files, _ => false);
        Segment([.. Enumerable.Range(60_000, 60_000).Select(n => Job($"late-{n}", n))]);

        HistoryFold.Run(files, _ => false);

        var ids = new HistoryReader(files).NewestFirst().Select(job => job.JobId).ToArray();
        Assert.Equal(100_000, ids.Length);
        Assert.Equal(("late-119999", "early-20000"), (ids[0], ids[^1]));
    }

    [Fact]
    public void What_a_process_that_goes_on_has_written_is_forgotten_by_a_line_of_ours()
    {
        using var used = files.NewSegment();
        Append(used, Job("a", 1), Job("b", 2));
        Segment(new RememberedJob("a", Noon.AddDays(1)) { Created = Noon.AddMinutes(1), IsForgotten = true });

        Assert.Equal(["b running"], List());
        HistoryFold.Run(files, _ => false);
        Assert.Equal(["b running"], List());
    }

    [Fact]
    public void Two_processes_do_not_fold_at_the_same_time()
    {
        Segment(Job("a", 1));
        using (files.TryLock())
            Assert.False(HistoryFold.Run(files, _ => false));

        Assert.True(HistoryFold.Run(files, _ => false));
    }

    [Fact]
    public void The_time_of_a_job_may_differ_between_files()
    {
        // Accepted at noon by this machine's clock, at one second before by the service's.
        Segment(Job("a", 0) with { IsAccepted = true, DisplayName = "nightly" }, Job("between", 0) with { Created = Noon.AddSeconds(-1) });
        HistoryFold.Run(files, _ => false);
        Segment(Job("a", 0, "succeeded", at: 5) with { Created = Noon.AddSeconds(-2) });

        var job = new HistoryReader(files).NewestFirst().Single(job => job.JobId == "a");

        Assert.Equal(("nightly", "succeeded"), (job.DisplayName, job.Status));
        Assert.Equal(2, List().Length);
    }

    [Fact]
    public void What_is_known_of_a_job_is_put_together_however_far_apart_its_times_are()
    {
        Segment(Job("a", 60) with { IsAccepted = true, DisplayName = "accepted by a clock that is an hour ahead" });
        HistoryFold.Run(files, _ => false);
        Segment(Job("a", 0, "succeeded", at: 70), Job("b", 30));

        Assert.Equal(["b running", "a succeeded"], List());
        Assert.Contains("an hour ahead", new HistoryReader(files).NewestFirst().Last().DisplayName);
    }

    [Fact]
    public void A_folder_that_is_not_there_has_no_jobs() =>
        Assert.Empty(new HistoryReader(new HistoryFiles(Path.Combine(folder.Path, "none"))).NewestFirst());

    private static RememberedJob Job(string id, int minute, string status = "running", int? at = null) => new(id, Noon.AddMinutes(at ?? minute))
    {
        Created = Noon.AddMinutes(minute),
        Status = status,
    };

    private string[] List() => [.. new HistoryReader(files).NewestFirst().Select(job => $"{job.JobId} {job.Status}")];

    private void Segment(params RememberedJob[] jobs)
    {
        using var segment = files.NewSegment();
        Append(segment, jobs);
    }

    private static void Append(JournalWriter segment, params RememberedJob[] jobs)
    {
        using var lines = new MemoryStream();
        foreach (var job in jobs)
            HistoryLine.Write(lines, job);
        segment.Append(lines.GetBuffer(), (int)lines.Length);
    }

    private static string Line(RememberedJob job)
    {
        using var line = new MemoryStream();
        HistoryLine.Write(line, job);
        return System.Text.Encoding.UTF8.GetString(line.ToArray());
    }
}
