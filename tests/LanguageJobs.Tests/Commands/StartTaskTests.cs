using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Commands;

/// <summary>Tasks as a user describes them, and as a request has them.</summary>
public class StartTaskTests : SubmissionFixture
{
    [Fact]
    public async Task Several_tasks_go_into_one_job()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion 2024-11-01");

        session.Run("""
            'text' | Start-LanguageJob -StringIndexType UnicodeCodePoint -LoggingOptOut -Task @(
                @{ Kind = 'customentityrecognition'; ProjectName = 'P1'; DeploymentName = 'D1'; Name = 'one' }
                [pscustomobject]@{ Kind = 'CustomMultiLabelClassification'; ProjectName = 'P2'; DeploymentName = 'D2' })
            """).ThrowIfFailed();

        Assert.Equal(
            """[{"kind":"CustomEntityRecognition","taskName":"one","parameters":{"projectName":"P1","deploymentName":"D1","loggingOptOut":true,"stringIndexType":"UnicodeCodePoint"}},{"kind":"CustomMultiLabelClassification","parameters":{"projectName":"P2","deploymentName":"D2","loggingOptOut":true}}]""",
            Submitted[0]["tasks"]!.ToJsonString());
    }

    [Theory]
    [InlineData("@{ Kind = 'EntityGuessing' }", "is not a kind of task. The kinds are")]
    [InlineData("@{ Kind = 'EntityLinking'; ProjectName = 'P' }", "A task of kind EntityLinking takes no ProjectName")]
    [InlineData("@{ Kind = 'CustomEntityRecognition'; ProjectName = 'P' }", "needs a DeploymentName")]
    [InlineData("@{ Kind = 'EntityLinking'; TaskParameter = 'latest' }", "must be a hashtable")]
    [InlineData("@{ Kind = 'EntityLinking'; TaskParameter = @{ since = [datetime]::Now } }", "The task parameter 'since' is of type DateTime")]
    [InlineData("@{ Kind = 'EntityLinking'; TaskParameter = @{ none = $null } }", "The task parameter 'none' is null")]
    [InlineData("@{ Kind = 'EntityLinking'; TaskParameter = @{ list = @(1, { code }) } }", "The task parameter 'list[1]' is of type ScriptBlock")]
    [InlineData("@{ Kind = 'EntityLinking'; TaskParameter = @{ inner = @{ number = [double]::NaN } } }", "The task parameter 'inner.number' is NaN, which JSON cannot express.")]
    [InlineData("@{ Kind = 'EntityLinking'; TaskParameter = $(($loop = @{}).self = $loop; $loop) }", "is nested too deeply")]
    [InlineData("@{ Kind = 'CustomEntityRecognition'; DeploymentName = 'D' }", "needs a ProjectName")]
    [InlineData("@{ Kind = 'CustomEntityRecognition'; ProjectName = 'P'; DeploymentName = 'D'; Model = 'M' }", "no member 'Model'")]
    [InlineData("@{ Kind = 'CustomEntityRecognition'; ProjectName = 'P'; DeploymentName = 'D' }, @{ Kind = 'CustomEntityRecognition'; ProjectName = 'Q'; DeploymentName = 'D' }", "Give each of them a different Name")]
    public async Task A_task_that_cannot_be_is_refused_before_anything_is_sent(string task, string reason)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var (record, id) = session.Run($"'text' | Start-LanguageJob -Task {task}").SingleError();

        Assert.Equal("InvalidTask", id);
        Assert.Contains(reason, record.Exception.Message);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("v3.1", "CustomEntityRecognition", "-ProjectName P -DeploymentName D")]
    [InlineData("v3.1", "Healthcare", "")]
    [InlineData("v3.2-preview.2", "AbstractiveSummarization", "")]
    [InlineData("2022-05-01", "ExtractiveSummarization", "")]
    public async Task An_api_version_without_a_kind_says_so_and_sends_nothing(string version, string kind, string options)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, $"-ApiVersion {version}");

        var (record, id) = session.Run($"'t' | Start-LanguageJob -Kind {kind} {options}").SingleError();

        Assert.Equal("InvalidTask", id);
        Assert.StartsWith($"API version {version} has no {kind} tasks. Use ", record.Exception.Message);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("Healthcare", "2025-11-01")]
    [InlineData("AbstractiveSummarization", "2025-11-01")]
    [InlineData("ExtractiveSummarization", "v3.2-preview.2")]
    [InlineData("PiiEntityRecognition", "v3.2-preview.2")]
    public async Task A_version_that_lacks_the_kind_is_skipped(string kind, string version)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        Assert.Equal(version, session.Run($"'t' | Start-LanguageJob -Kind {kind}").ThrowIfFailed().Of<LanguageJob>().Single().ApiVersion);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_job_with_tasks_of_many_kinds_goes_to_the_version_that_has_them_all()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var job = session.Run("""
            't' | Start-LanguageJob -Task @{ Kind = 'CustomEntityRecognition'; ProjectName = 'P'; DeploymentName = 'D' },
                @{ Kind = 'PiiEntityRecognition' }, @{ Kind = 'AbstractiveSummarization'; TaskParameter = @{ sentenceCount = 2 } }
            """).ThrowIfFailed().Of<LanguageJob>().Single();

        Assert.Equal("2025-11-01", job.ApiVersion);
        Assert.Equal(
            """[{"kind":"CustomEntityRecognition","parameters":{"projectName":"P","deploymentName":"D","stringIndexType":"Utf16CodeUnit"}},{"kind":"PiiEntityRecognition","parameters":{"stringIndexType":"Utf16CodeUnit"}},{"kind":"AbstractiveSummarization","parameters":{"stringIndexType":"Utf16CodeUnit","sentenceCount":2}}]""",
            Submitted[0]["tasks"]!.ToJsonString());
    }

    [Theory]
    [InlineData("CustomEntityRecognition", true)]
    [InlineData("CustomSingleLabelClassification", false)]
    [InlineData("CustomMultiLabelClassification", false)]
    [InlineData("EntityRecognition", true)]
    [InlineData("PiiEntityRecognition", true)]
    [InlineData("EntityLinking", true)]
    [InlineData("KeyPhraseExtraction", false)]
    [InlineData("SentimentAnalysis", true)]
    [InlineData("Healthcare", true)]
    [InlineData("ExtractiveSummarization", true)]
    [InlineData("AbstractiveSummarization", true)]
    public async Task Every_kind_is_sent_in_the_services_spelling_with_the_unit_of_its_offsets(string kind, bool hasOffsets)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion 2025-11-01");
        var names = kind.StartsWith("Custom") ? "-ProjectName P -DeploymentName D" : "";

        session.Run($"'t' | Start-LanguageJob -Kind {kind.ToUpperInvariant()} {names} -StringIndexType TextElements_v8").ThrowIfFailed();
        session.Run($"'t' | Start-LanguageJob -Task @{{ kind = '{kind.ToLowerInvariant()}'; projectname = '{(names == "" ? "" : "P")}'; deploymentname = '{(names == "" ? "" : "D")}' }}").ThrowIfFailed();

        Assert.All(Submitted, body => Assert.Equal(kind, (string)body["tasks"]![0]!["kind"]!));
        Assert.Equal(hasOffsets ? "TextElements_v8" : null, (string?)Submitted[0]["tasks"]![0]!["parameters"]!["stringIndexType"]);
        Assert.Equal(hasOffsets ? "Utf16CodeUnit" : null, (string?)Submitted[1]["tasks"]![0]!["parameters"]!["stringIndexType"]);
    }

    [Theory]
    [InlineData("-Kind Healthcare -ProjectName P", "takes no ProjectName")]
    [InlineData("-Kind Healthcare -DeploymentName D", "takes no DeploymentName")]
    [InlineData("-Kind CustomEntityRecognition -DeploymentName D", "needs a ProjectName")]
    [InlineData("-Kind CustomEntityRecognition -ProjectName P", "needs a DeploymentName")]
    [InlineData("-Kind Healthcare -TaskParameter @{ a = { code } }", "The task parameter 'a' is of type ScriptBlock")]
    public async Task A_kind_takes_the_names_that_belong_to_it(string options, string reason)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var (record, id) = session.Run($"'t' | Start-LanguageJob {options}").SingleError();

        Assert.Equal("InvalidTask", id);
        Assert.Contains(reason, record.Exception.Message);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("2025-11-01", """{"stringIndexType":"UnicodeCodePoint","piiCategories":["Email","IPAddress"],"redactionPolicy":{"policyKind":"CharacterMask","redactionCharacter":"#"},"domain":"phi","sentenceCount":3,"share":0.5,"exact":12345678901234567890,"on":true,"modelVersion":"latest"}""")]
    [InlineData("v3.2-preview.2", """{"stringIndexType":"UnicodeCodePoint","piiCategories":["Email","IPAddress"],"redactionPolicy":{"policyKind":"CharacterMask","redactionCharacter":"#"},"domain":"phi","sentenceCount":3,"share":0.5,"exact":12345678901234567890,"on":true,"model-version":"latest"}""")]
    public async Task Parameters_are_sent_under_the_name_given(string version, string expected)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, $"-ApiVersion {version}");

        session.Run("""
            $parameters = [ordered]@{
                piiCategories = 'Email', 'IPAddress'; redactionPolicy = [ordered]@{ policyKind = 'CharacterMask'; redactionCharacter = '#' }
                domain = 'phi'; sentenceCount = 3; share = [float] 0.5; exact = 12345678901234567890; on = $true; modelVersion = 'latest'
            }
            't' | Start-LanguageJob -Kind PiiEntityRecognition -StringIndexType UnicodeCodePoint -TaskParameter $parameters
            't' | Start-LanguageJob -Task @{ Kind = 'PiiEntityRecognition'; TaskParameter = $parameters } -StringIndexType UnicodeCodePoint
            """).ThrowIfFailed();

        Assert.All(Submitted, body => Assert.Equal(expected, (version.StartsWith('v') ? body["tasks"]!["entityRecognitionPiiTasks"] : body["tasks"])![0]!["parameters"]!.ToJsonString()));
    }

    [Fact]
    public async Task A_parameter_replaces_what_the_module_would_send()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion v3.2-preview.2");

        session.Run("'t' | Start-LanguageJob -Kind EntityRecognition -LoggingOptOut -TaskParameter @{ stringIndexType = 'TextElements_v8' }").ThrowIfFailed();

        Assert.Equal(
            """{"loggingOptOut":true,"stringIndexType":"TextElement_v8"}""",
            Submitted[0]["tasks"]!["entityRecognitionTasks"]![0]!["parameters"]!.ToJsonString());
    }
}
