using System.Management.Automation;
using LanguageJobs.Commands;

namespace LanguageJobs.Tests.Display;

/// <summary>What the views say where a value alone does not read well.</summary>
public class JobDisplayTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(86_400, "24h 00m")]
    [InlineData(86_399, "23h 59m")]
    [InlineData(3_600, "1h 00m")]
    [InlineData(3_599, "59m 59s")]
    [InlineData(60, "1m 00s")]
    [InlineData(9, "9s")]
    [InlineData(0, "expired")]
    public void The_time_left_is_said_in_the_two_units_that_matter(int seconds, string expected) =>
        Assert.Equal(expected, JobDisplay.TimeLeft(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Results_that_are_gone_have_no_time_left_rather_than_less_than_none()
    {
        var job = Job("2026-03-01T10:00:00Z");

        Assert.Equal(TimeSpan.Zero, JobDisplay.ExpiresIn(job, Noon));
    }

    [Fact]
    public void A_job_that_does_not_say_when_it_expires_has_no_time_left_to_show()
    {
        Assert.Null(JobDisplay.ExpiresIn(Job(null), Noon));
        Assert.Null(JobDisplay.TimeLeft(Job(null)));
    }

    [Fact]
    public void The_time_left_survives_the_serializer()
    {
        var live = PSObject.AsPSObject(new { ExpirationDateTime = new DateTimeOffset(2026, 3, 1, 15, 30, 0, TimeSpan.FromHours(1)) });

        foreach (var depth in new[] { 1, 2, 3 })
        {
            var copy = (PSObject)PSSerializer.Deserialize(PSSerializer.Serialize(live, depth));
            Assert.Equal(TimeSpan.FromHours(2.5), JobDisplay.ExpiresIn(copy, Noon));
        }
    }

    [Theory]
    [InlineData(0.0551877357, "0.06")]
    [InlineData(1, "1.00")]
    [InlineData(double.NaN, "")]
    public void Confidence_has_two_digits_or_is_left_blank(double score, string expected) =>
        Assert.Equal(expected, JobDisplay.ConfidenceText(PSObject.AsPSObject(new { ConfidenceScore = score })));

    [Theory]
    [InlineData("j", "terms", "CustomEntityRecognition", "j, task terms")]
    [InlineData("j", null, "CustomEntityRecognition", "j, task CustomEntityRecognition")]
    [InlineData("j", null, null, "j")]
    [InlineData(null, "terms", null, "(no id), task terms")]
    public void The_heading_names_the_job_and_the_task(string? job, string? task, string? kind, string expected) =>
        Assert.Equal(expected, JobDisplay.Origin(PSObject.AsPSObject(new { JobId = job, TaskName = task, TaskKind = kind })));

    [Fact]
    public void A_word_that_nobody_knows_yet_is_shown_as_it_is() => Assert.Equal("validating", JobDisplay.StatusText(PSObject.AsPSObject(new { Status = "validating" })));

    private static PSObject Job(string? expiration) => PSObject.AsPSObject(
        new { ExpirationDateTime = expiration is null ? (DateTimeOffset?)null : DateTimeOffset.Parse(expiration, null) });
}
