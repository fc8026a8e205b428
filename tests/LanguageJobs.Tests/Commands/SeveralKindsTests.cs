using LanguageJobs.Emulator;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Commands;

/// <summary>Jobs whose tasks are of several kinds, prebuilt ones among them.</summary>
public class SeveralKindsTests
{
    private static async Task<LanguageEmulator> StartAsync() => await LanguageEmulator.StartAsync(new EmulatorOptions
    {
        Key = LoopbackServer.Key,
        Projects =
        [
            new GazetteerProject { Name = "People", Kind = "CustomEntityRecognition", Phrases = new Dictionary<string, IReadOnlyList<string>> { ["Person"] = ["Zoë"] } },
        ],
    });

    [Theory]
    [InlineData("v3.2-preview.2", "Utf16CodeUnit")]
    [InlineData("v3.2-preview.2", "TextElements_v8")]
    [InlineData("2025-11-01", "UnicodeCodePoint")]
    public async Task Files_become_redacted_texts(string version, string unit)
    {
        await using var emulator = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(emulator.Endpoint, $"-ApiVersion {version}");
        using var first = new TemporaryFile("😀 zoe@contoso.com", "1.txt");
        for (var i = 2; i <= 30; i++)
            File.WriteAllText(Path.Combine(first.Folder, $"{i}.txt"), $"Call 206-555-0199, {i}.");

        var texts = session.Run($"""
            Start-LanguageJob -Kind PiiEntityRecognition -StringIndexType {unit} -Path '{first.Folder}/*.txt' | Wait-LanguageJob -PollInterval 0.1 | Get-LanguageJobDocument |
                ForEach-Object RedactedText
            """).ThrowIfFailed().Of<string>();

        Assert.Equal(30, texts.Length);
        Assert.Contains("😀 ***************", texts);
        Assert.Contains("Call ************, 30.", texts);
    }

    [Fact]
    public async Task A_parameter_of_the_task_arrives_at_the_service()
    {
        await using var emulator = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(emulator.Endpoint);

        var document = Assert.Single(session.Run("""
            'zoe@contoso.com, 206-555-0199' | Start-LanguageJob -Kind PiiEntityRecognition -TaskParameter @{ piiCategories = @('PhoneNumber') } |
                Wait-LanguageJob -PollInterval 0.1 | Get-LanguageJobDocument
            """).ThrowIfFailed().Of<LanguageDocument>());

        Assert.Equal("zoe@contoso.com, ************", document.RedactedText);
        Assert.Equal(("PhoneNumber", 17, 12), (Assert.Single(document.Entities).Category, document.Entities[0].Offset, document.Entities[0].Length));
    }

    [Fact]
    public async Task A_custom_and_a_prebuilt_task_of_one_job_both_have_rows()
    {
        await using var emulator = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(emulator.Endpoint);

        var rows = session.Run("""
            'Zoë, zoe@contoso.com' |
                Start-LanguageJob -Task @{ Kind = 'CustomEntityRecognition'; ProjectName = 'People'; DeploymentName = 'production' }, @{ Kind = 'PiiEntityRecognition'; Name = 'pii' } |
                Wait-LanguageJob -PollInterval 0.1 | Get-LanguageJobEntity
            """).ThrowIfFailed().Of<LanguageEntity>();

        Assert.Equal(["CustomEntityRecognition Zoë", "PiiEntityRecognition zoe@contoso.com"], rows.Select(row => $"{row.TaskKind} {row.Text}"));
    }

    [Fact]
    public void A_saved_job_with_a_summary_has_the_rows_of_its_other_tasks_and_no_error()
    {
        using var session = new PowerShellSession();

        var result = session.Run($$"""
            $job = Import-LanguageJob '{{Repository.PathOf("examples/jobs/several-kinds.json")}}'
            $job | Get-LanguageJobEntity | ForEach-Object TaskKind
            @($job | Get-LanguageJobError).Count
            @($job | Get-LanguageJobDocument -TaskName summary | ForEach-Object { $_.AdditionalProperties['summaries'] }).Count
            """).ThrowIfFailed();

        Assert.Equal(
            [.. Enumerable.Repeat("CustomEntityRecognition", 3), .. Enumerable.Repeat("PiiEntityRecognition", 6), 0, 2],
            result.Output.Select(item => item.BaseObject));
    }

    [Fact]
    public async Task Results_of_every_kind_arrive_over_pages()
    {
        await using var emulator = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(emulator.Endpoint, "-ApiVersion 2025-11-01");

        var job = Assert.Single(session.Run("""
            1..25 | ForEach-Object { "$_ zoe@contoso.com" } | Start-LanguageJob -Kind PiiEntityRecognition | Wait-LanguageJob -PollInterval 0.1
            """).ThrowIfFailed().Of<LanguageJob>());

        var task = Assert.Single(job.Tasks);
        Assert.Equal(("2021-01-15", 25), (task.ModelVersion, task.Documents.Length));
        Assert.Equal(Enumerable.Range(1, 25).Select(i => $"{i} ***************"), task.Documents.Select(document => document.RedactedText));
    }
}
