using System.Management.Automation;
using System.Reflection;
using LanguageJobs.Commands;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Commands;

/// <summary>An address that is given for a job may hold a password or a key. No command repeats it.</summary>
public class HandleSecretTests
{
    private const string Secret = "PRECIOUS";
    private const string Elsewhere = "https://user:PRECIOUS@elsewhere/text/analytics/v3.2-preview.2/analyze/jobs/j";

    // What the commands need besides a job.
    private static readonly Dictionary<string, string> Needed = new()
    {
        ["Compare-LanguageJob"] = "-ReferenceJob $whole",
        ["Export-LanguageJob"] = "-Path $folder",
        ["Export-LanguageLabel"] = "-Path $path -Format Azure -ProjectName p -StorageInputContainerName c -Language en",
        ["Export-LanguageJobReport"] = "-Path $path -ExcludeText",
        ["Measure-LanguageJob"] = "-Label @{ DocumentId = '1'; Category = 'thing'; Offset = 0; Length = 9 }",
    };

    public static TheoryData<string, string> Handles => new()
    {
        { $"'{Elsewhere}'", "AddressRefused" },
        { $"'{Elsewhere}?subscription-key=PRECIOUS'", "AddressRefused" },
        { $"[uri]'{Elsewhere}'", "AddressRefused" },
        { $"[pscustomobject]@{{ OperationLocation = '{Elsewhere}' }}", "AddressRefused" },
        { $"@{{ JobId = '{Elsewhere}' }}", "AddressRefused" },
        { "[pscustomobject]@{ JobId = 'j'; Endpoint = 'https://user:PRECIOUS@elsewhere' }", "AddressRefused" },
        { "[pscustomobject]@{ JobId = 'j'; Endpoint = 'user:PRECIOUS@elsewhere' }", "AddressRefused" },
        { "'https://elsewhere/not/a/job?subscription-key=PRECIOUS&api-version=2025-11-01'", "InvalidJob" },
        { "'https://user:PRE/CIOUS-PRECIOUS@elsewhere/not/a/job'", "InvalidJob" },
        { "'https://elsewhere/not/a/job#PRECIOUS'", "InvalidJob" },
        { "[uri]'https://elsewhere/not/a/job?PRECIOUS'", "InvalidJob" },
        { "'user:PRECIOUS@elsewhere'", "InvalidJob" },
        { "'j?code=PRECIOUS'", "InvalidJob" },
        { "[pscustomobject]@{ JobId = 'j?code=PRECIOUS' }", "InvalidJob" },
    };

    public static IEnumerable<string> Commands =>
        from type in typeof(JobInputCommand).Assembly.GetTypes()
        where type.IsSubclassOf(typeof(JobInputCommand)) && !type.IsAbstract
        let name = type.GetCustomAttribute<CmdletAttribute>()!
        select $"{name.VerbName}-{name.NounName}";

    [Theory]
    [MemberData(nameof(Handles))]
    public async Task No_stream_of_any_command_shows_it(string handle, string expected)
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("j"));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        using var whole = new TemporaryFile(Bodies.V3("whole", documentIds: "1"));
        session.With("folder", whole.Folder).With("path", Path.Combine(whole.Folder, "report.html"));
        session.Run($"$handle = {handle}; $whole = Import-LanguageJob '{whole.Path}'").ThrowIfFailed();
        string[] calls =
        [
            .. Commands.Select(command => $"$handle | {command} {Needed.GetValueOrDefault(command)}"),
            "$null = $handle | Wait-LanguageJob -AsJob -OutVariable job; $null = Wait-Job $job -Timeout 60; Receive-Job $job",
            "$whole | Compare-LanguageJob -ReferenceJob $handle -ErrorAction SilentlyContinue -ErrorVariable failures; $failures[0]",
            "$whole | Export-LanguageJobReport $path -ExcludeText -ReferenceJob $handle",
        ];

        Assert.All(calls, call =>
        {
            var result = session.Run($"$VerbosePreference = $DebugPreference = 'Continue'; {call}");

            ErrorRecord?[] records = [.. result.Errors, result.Terminating, .. result.Output.Select(item => item.BaseObject as ErrorRecord)];
            Assert.Contains(records, record => record is not null && RunResult.Id(record) == expected);
            var shown = records.OfType<ErrorRecord>().Select(record => $"{record} {record.Exception} {record.TargetObject} {record.ErrorDetails?.RecommendedAction} {PSSerializer.Serialize(record, 4)}")
                .Concat(result.Verbose).Concat(result.Debug).Concat(result.Warnings).Concat(result.Output.Select(item => PSSerializer.Serialize(item, 4)));
            Assert.All(shown, text => Assert.DoesNotContain(Secret, text));
        });
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Nor_is_it_sent_or_shown_where_the_address_is_right()
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("j"));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var result = session.Run(
            $"Get-LanguageJob 'http://user:PRECIOUS@{server.Endpoint.Authority}/text/analytics/v3.2-preview.2/analyze/jobs/j?subscription-key=PRECIOUS' -Verbose -Debug").ThrowIfFailed();

        Assert.DoesNotContain(Secret, PSSerializer.Serialize(result.Output.Single(), 4) + string.Concat(result.Debug) + string.Concat(result.Verbose));
        Assert.Equal("/text/analytics/v3.2-preview.2/analyze/jobs/j?$top=50", Assert.Single(server.Requests).PathAndQuery);
    }

    [Theory]
    [InlineData("https://contoso/language/analyze-text/jobs/j?api-version=2025-11-01&top=5&$skip=2&showStats=true", null)]
    [InlineData("https://u:p@contoso/a?KEY=1&api-version=v", "https://***@contoso/a?KEY=***&api-version=v")]
    [InlineData("https://u:p?a#s@d@contoso/a", "https://***@contoso/a")]
    [InlineData("//u:p@contoso", "//***@contoso")]
    [InlineData("u:p@contoso//a", "***@contoso//a")]
    [InlineData("a?=b&c", "a?***&***")]
    [InlineData("a?", "a?***")]
    public void What_may_be_secret_is_hidden_and_the_rest_is_shown(string text, string? shown)
    {
        Assert.Equal(shown ?? text, JobHandle.Shown(text));
        Assert.Equal(shown ?? text, JobHandle.Shown(JobHandle.Shown(text)));
    }
}
