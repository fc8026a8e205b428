using LanguageJobs.Emulator;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Commands;

/// <summary>From texts to rows, against the emulator.</summary>
public class LifeOfAJobTests
{
    private static readonly GazetteerProject Project = new()
    {
        Name = "People",
        Kind = "CustomEntityRecognition",
        Phrases = new Dictionary<string, IReadOnlyList<string>> { ["Person"] = ["Zoë", "Zoe\u0308", "Łukasz"], ["Place"] = ["Lisbon"] },
    };

    private const string Task = "-Kind CustomEntityRecognition -ProjectName People -DeploymentName production";

    private static async Task<LanguageEmulator> StartAsync(FaultOptions? faults = null, TimeRange duration = default) =>
        await LanguageEmulator.StartAsync(new EmulatorOptions
        {
            Key = LoopbackServer.Key,
            Projects = [Project],
            Faults = faults ?? new FaultOptions(),
            JobDuration = duration,
            Seed = 7,
        });

    [Theory]
    [InlineData("v3.2-preview.2")]
    [InlineData("2025-11-01")]
    public async Task Files_become_rows_whose_offsets_cut_the_entity_out_of_the_text(string version)
    {
        await using var emulator = await StartAsync(duration: TimeSpan.FromSeconds(0.3));
        using var session = PowerShellSession.ConnectedTo(emulator.Endpoint, $"-ApiVersion {version}");
        using var first = new TemporaryFile("ignored", "ignored.log");
        for (var i = 0; i < 60; i++)
            File.WriteAllText(Path.Combine(first.Folder, $"ticket-{i}.txt"), $"{string.Concat(Enumerable.Repeat("😀", i % 4))} Zoë und Zoe\u0308 👩‍👧 trafen Łukasz in Lisbon. #{i}");

        var rows = session.Run($"""
            Start-LanguageJob -Path '{first.Folder}/*.txt' {Task} | Wait-LanguageJob -PollInterval 0.1 | Get-LanguageJobEntity
            """).ThrowIfFailed().Of<LanguageEntity>();

        Assert.Equal(3, emulator.Counters.AcceptedSubmissions);
        Assert.Equal(240, rows.Length);
        Assert.All(rows, row => Assert.Equal(row.Text, File.ReadAllText(Path.Combine(first.Folder, row.DocumentId!)).Substring(row.Offset, row.Length)));
    }

    [Fact]
    public async Task With_a_fifth_of_all_answers_failing_every_row_arrives_once_and_no_submission_is_repeated_blindly()
    {
        await using var emulator = await StartAsync(new FaultOptions { Rate = 0.2, Slowness = TimeSpan.FromMilliseconds(50) }, new TimeRange(TimeSpan.Zero, TimeSpan.FromSeconds(1)));
        using var session = PowerShellSession.ConnectedTo(emulator.Endpoint, "-MaximumRetryCount 12 -RequestsPerMinute 0");

        // What a runbook does about a submission of which nobody knows: it submits the documents of that error again.
        var result = session.Run($$"""
            $documents = @{}
            1..5000 | ForEach-Object { $documents["doc-$_"] = [pscustomobject]@{ Id = "doc-$_"; Text = "Zoë $_" } }
            $left = $documents.Keys
            $jobs = foreach ($round in 1..100) {
                if (-not $left) { break }
                $errors = $null
                $left | ForEach-Object { $documents[$_] } | Start-LanguageJob {{Task}} -ErrorVariable errors -ErrorAction SilentlyContinue
                $left = @($errors | ForEach-Object { $uncertain++; $_.TargetObject })
            }
            $jobs | Wait-LanguageJob -PollInterval 0.2 | Get-LanguageJobEntity | ForEach-Object DocumentId
            [string] $uncertain
            """);

        Assert.Null(result.Terminating);
        Assert.Empty(result.Errors);
        var ids = result.Of<string>()[..^1];
        var uncertain = int.Parse(result.Of<string>()[^1]);
        Assert.Equal(5000, ids.Length);
        Assert.Equal(5000, ids.Distinct().Count());
        Assert.True(uncertain > 0, "no submission was uncertain: the test tests nothing");
        // 200 were seen to be accepted, as many as were needed; every other one is one that an error told of.
        Assert.Equal(200, emulator.Counters.AcceptedSubmissions - emulator.Counters.UnseenSubmissions);
        Assert.InRange(emulator.Counters.UnseenSubmissions, 1, uncertain);
    }

    [Fact]
    public async Task A_job_object_that_went_through_the_serializer_is_still_a_good_handle()
    {
        await using var emulator = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(emulator.Endpoint, "-ApiVersion 2024-11-01");

        var rows = session.Run($$"""
            $job = 'Zoë in Lisbon' | Start-LanguageJob {{Task}}
            $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($job))
            $copy | Wait-LanguageJob | Out-Null
            Connect-LanguageService {{emulator.Endpoint}} {{LoopbackServer.Key}}
            $copy | Get-LanguageJobEntity
            """).ThrowIfFailed().Of<LanguageEntity>();

        Assert.Equal(["Zoë", "Lisbon"], rows.Select(row => row.Text).OrderByDescending(text => text));
    }

    [Fact]
    public async Task A_running_job_is_cancelled()
    {
        await using var emulator = await StartAsync(duration: TimeSpan.FromHours(1));
        using var session = PowerShellSession.ConnectedTo(emulator.Endpoint, "-ApiVersion 2024-11-01");

        var jobs = session.Run($"$job = 'Zoë' | Start-LanguageJob {Task}; $job | Stop-LanguageJob; $job | Wait-LanguageJob -PollInterval 0.1 -Timeout 60").ThrowIfFailed().Of<LanguageJob>();

        Assert.Equal("cancelled", jobs[^1].Status);
        Assert.Equal(1, emulator.Counters.Cancels);
    }

    [Fact]
    public async Task An_unknown_project_is_an_error_with_the_services_words()
    {
        await using var emulator = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(emulator.Endpoint);

        var result = session.Run("'Zoë' | Start-LanguageJob -Kind CustomEntityRecognition -ProjectName Nobody -DeploymentName production | Wait-LanguageJob | Get-LanguageJobEntity");

        Assert.Contains("Nobody", result.SingleError().Record.Exception.Message);
    }
}
