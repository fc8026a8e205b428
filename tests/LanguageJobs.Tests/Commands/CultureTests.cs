using System.Globalization;
using System.Text;
using LanguageJobs.Reporting;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>
/// The same data and the same requests whatever the language of the machine: German with its decimal comma, Turkish with its dotless i, Swedish
/// with its minus sign, Thai and Arabic with their calendars.
/// </summary>
[Collection("Environment")]
public sealed class CultureTests : SubmissionFixture
{
    public static TheoryData<string> Cultures => ["de-DE", "tr-TR", "sv-SE", "th-TH", "ar-SA"];

    [CultureTheory]
    [MemberData(nameof(Cultures))]
    public void Rows_are_read_whether_their_numbers_are_written_as_here_or_as_anywhere(string culture)
    {
        using var session = new PowerShellSession();

        var shown = Run(session, culture, """
            foreach ($score in '0.95', (0.95).ToString([cultureinfo]::CurrentCulture)) {
                [pscustomobject]@{ DocumentId = 'a'; Category = 'c'; Offset = '4'; Length = '4'; ConfidenceScore = $score } |
                    Show-LanguageJobDocument -Text @{ Id = 'a'; Text = 'see Anna' }
            }
            """).ThrowIfFailed().Of<LanguageHighlight>();

        Assert.Equal([(4, 4, 0.95), (4, 4, 0.95)], shown.SelectMany(highlight => highlight.Entities).Select(row => (row.Offset, row.Length, row.ConfidenceScore)));
    }

    [CultureTheory]
    [MemberData(nameof(Cultures))]
    public void A_job_reads_the_same(string culture)
    {
        using var file = new TemporaryFile(Bodies.V3("j", "PARTIALLYCOMPLETED", documentIds: "DOC-I"));
        using var session = new PowerShellSession();
        session.With("file", file.Path);

        var result = Run(session, culture, """
            $job = Import-LanguageJob $file
            $job
            $job | Get-LanguageJobEntity -MinimumConfidence 0.85 -Category THING, t*ING -DocumentId doc-i
            """).ThrowIfFailed().Output;

        var job = Assert.IsType<LanguageJob>(result[0].BaseObject);
        Assert.True(job.IsFinished);
        Assert.Equal(new DateTimeOffset(2021, 12, 14, 18, 51, 53, TimeSpan.Zero), job.CreatedDateTime);
        Assert.Equal(0.9, Assert.IsType<LanguageEntity>(Assert.Single(result[1..]).BaseObject).ConfidenceScore);
    }

    [CultureTheory]
    [MemberData(nameof(Cultures))]
    public async Task A_request_is_written_the_same(string culture)
    {
        await using var server = await StartAsync();
        using var session = new PowerShellSession();

        var job = Assert.Single(Run(session, culture, $$"""
            Connect-LanguageService {{server.Endpoint}} k -ApiVersion V3.2-PREVIEW.2
            [pscustomobject]@{ Id = 1.5; Text = 'some text' } | Start-LanguageJob -Kind CUSTOMENTITYRECOGNITION -ProjectName P -DeploymentName D -TaskParameter @{ threshold = -0.5 }
            """).ThrowIfFailed().Of<LanguageJob>());

        Assert.Equal(["CustomEntityRecognition"], job.Kinds);
        Assert.Equal(["1.5"], Ids(0));
        Assert.Equal(-0.5, (double)Submitted[0]["tasks"]!["customEntityRecognitionTasks"]![0]!["parameters"]!["threshold"]!);
    }

    [CultureTheory]
    [MemberData(nameof(Cultures))]
    public async Task Addresses_are_read_in_upper_and_lower_case(string culture)
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Bodies.V3("j")));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        Run(session, culture, $"Get-LanguageJob {server.Endpoint}TEXT/ANALYTICS/V3.2-PREVIEW.2/ANALYZE/JOBS/j, {server.Endpoint}LANGUAGE/ANALYZE-TEXT/JOBS/j?API-VERSION=2025-11-01")
            .ThrowIfFailed();

        Assert.Equal(["j", "j"], server.Requests.Select(request => request.JobId));
    }

    [CultureTheory]
    [MemberData(nameof(Cultures))]
    public void A_report_is_the_same_to_the_byte(string culture)
    {
        using var session = new PowerShellSession();
        var job = session.Run($"Import-LanguageJob '{Repository.PathOf("examples/jobs/agreement-entities.json")}'").ThrowIfFailed().Of<LanguageJob>().Single();
        var here = ReportOf(job);

        CultureInfo.CurrentCulture = new CultureInfo(culture);

        Assert.Contains("0.98", here);
        Assert.Equal(here, ReportOf(job));
    }

    [CultureTheory]
    [MemberData(nameof(Cultures))]
    public async Task The_history_keeps_the_same_times(string culture)
    {
        using var history = new TemporaryHistory();
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("j"));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        Run(session, culture, "$null = Get-LanguageJob j").ThrowIfFailed();

        Assert.Contains("\"2021-12-14T18:51:53", history.Text);
        var job = Assert.Single(Run(session, culture, "Get-LanguageJob -After ([datetime]'2021-12-14') -Before ([datetime]'2021-12-16')").ThrowIfFailed().Of<LanguageJob>());
        Assert.Equal(new DateTimeOffset(2021, 12, 14, 18, 51, 53, TimeSpan.Zero), job.CreatedDateTime);
    }

    [CultureTheory]
    [MemberData(nameof(Cultures))]
    public async Task Messages_are_the_same(string culture)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var (record, _) = Run(session, culture, $"('x' * 126000) | Start-LanguageJob {Task}").SingleError();

        Assert.Contains("126,000 characters", record.Exception.Message);
    }

    [CultureTheory]
    [InlineData("de-DE", "0,90")]
    [InlineData("tr-TR", "0,90")]
    [InlineData("en-US", "0.90")]
    public void A_table_shows_numbers_as_the_session_writes_them(string culture, string shown)
    {
        using var file = new TemporaryFile(Bodies.V3("j", documentIds: "d"));
        var host = new ScreenHost(80);
        using var session = new PowerShellSession(host);

        Run(session, culture, $"Import-LanguageJob {file.Path} | Get-LanguageJobEntity | Out-Default").ThrowIfFailed();

        Assert.Contains(shown, host.Text);
    }

    private static string ReportOf(LanguageJob job)
    {
        var builder = new ReportBuilder(new Report { Created = DateTimeOffset.UnixEpoch }, null, null);
        builder.Add(job);
        foreach (var document in job.Tasks.SelectMany(task => task.Documents))
            builder.Add(document);
        using var stream = new MemoryStream();
        ReportPage.Write(builder.Finish(), stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    // The culture belongs to the thread that runs the script.
    private static RunResult Run(PowerShellSession session, string culture, string script) =>
        session.Run($"[cultureinfo]::CurrentCulture = '{culture}'\n{script}");
}
