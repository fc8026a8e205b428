using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Field;

/// <summary>Input of people's own ways that must not become wrong data without a word.</summary>
public class WrongDataTests : SubmissionFixture
{
    [Theory]
    [InlineData("v3.2-preview.2", "CustomEntityRecognition", "customentityrecognition")]
    [InlineData("2025-11-01", "CustomEntityRecognition", "CUSTOMENTITYRECOGNITION")]
    [InlineData("v3.2-preview.2", "CustomSingleLabelClassification", "customsinglelabelclassification")]
    [InlineData("2025-11-01", "CustomMultiLabelClassification", "customMultilabelclassification")]
    public async Task A_kind_in_any_case_sends_the_same_request(string version, string kind, string given)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, $"-ApiVersion {version}");

        session.Run($"foreach ($kind in '{kind}', '{given}') {{ 'text' | Start-LanguageJob -Kind $kind -ProjectName P -DeploymentName D }}").ThrowIfFailed();

        Assert.Equal(Submitted[0].ToJsonString(), Submitted[1].ToJsonString());
    }

    [Fact]
    public async Task A_text_that_is_a_list_of_lines_is_these_lines()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        session.Run($$"""
            [pscustomobject]@{ Id = 'a'; Text = 'line one', 'line two' }, @{ Id = 'b'; Text = @('only line') } | Start-LanguageJob {{Task}}
            """).ThrowIfFailed();

        Assert.Equal(["line one\nline two", "only line"], Texts(0));
    }

    [Theory]
    [InlineData("@{ Text = @{ Title = 'nested' } }", "Text must be a string")]
    [InlineData("@{ Text = [pscustomobject]@{ Title = 'nested' } }", "Text must be a string")]
    [InlineData("@{ Text = 1, 2 }", "Text must be a string")]
    [InlineData("@{ Text = [byte[]](65, 66) }", "Text must be a string")]
    [InlineData("@{ Text = 'ok'; Id = 'x', 'y' }", "Id must be one value")]
    [InlineData("@{ Text = 'ok'; Language = 'en', 'de' }", "Language must be one value")]
    [InlineData("@{ Text = \"a`0b\" }", "NUL")]
    [InlineData("[IO.DirectoryInfo]::new([IO.Path]::GetTempPath())", "is a folder")]
    public async Task What_cannot_be_meant_is_refused_and_not_sent(string document, string reason)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var (record, id) = session.Run($"{document} | Start-LanguageJob {Task}").SingleError();

        Assert.Equal("InvalidDocument", id);
        Assert.Contains(reason, record.Exception.Message);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Numbers_in_a_document_read_the_same_in_every_culture()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        session.Run($$"""
            $culture = [cultureinfo]::new(''); $culture.NumberFormat.NumberDecimalSeparator = ','
            [Threading.Thread]::CurrentThread.CurrentCulture = $culture
            @{ Id = 1.5; Text = 2.5 } | Start-LanguageJob {{Task}}
            """).ThrowIfFailed();

        Assert.Equal(("1.5", "2.5"), (Ids(0)[0], Texts(0)[0]));
    }

    [Theory]
    [InlineData("@('P')", null)]
    [InlineData("@('P', 'Q')", "ProjectName must be one value. It is a list of 2 values.")]
    [InlineData("@{ Name = 'P' }", "ProjectName must be one value. It is an object.")]
    public async Task A_member_of_a_task_is_one_value(string project, string? reason)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var result = session.Run($"'text' | Start-LanguageJob -Task @{{ Kind = 'CustomEntityRecognition'; ProjectName = {project}; DeploymentName = 'D' }}");

        if (reason is null)
        {
            Assert.Single(result.ThrowIfFailed().Of<LanguageJob>());
            Assert.Contains("\"P\"", Submitted[0]["tasks"]!.ToJsonString());
            return;
        }
        var (record, id) = result.SingleError();
        Assert.Equal("InvalidTask", id);
        Assert.Equal(reason, record.Exception.Message);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("Get-LanguageJob")]
    [InlineData("Get-LanguageJobEntity")]
    [InlineData("Wait-LanguageJob")]
    [InlineData("Stop-LanguageJob")]
    public async Task A_handle_with_several_ids_is_an_error(string command)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var (record, id) = session.Run($"[pscustomobject]@{{ JobId = 'job1', 'job2' }} | {command}").SingleError();

        Assert.Equal("InvalidJob", id);
        Assert.Equal("The object does not specify a job. JobId must be one value. It is a list of 2 values.", record.Exception.Message);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_name_with_brackets_finds_its_rows()
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile("""
            {"jobId":"j","status":"succeeded","tasks":{"items":[{"kind":"EntityRecognitionLROResults","taskName":"task[1]","status":"succeeded","results":{"documents":[
             {"id":"report[1].txt","entities":[{"text":"a","category":"PII[name]","offset":0,"length":1}]},
             {"id":"a[draft.txt","entities":[{"text":"b","category":"Other","offset":0,"length":1}]},
             {"id":"report1.txt","entities":[]}]}}]}}
            """);
        session.Run($"$job = Import-LanguageJob '{file.Path}'").ThrowIfFailed();

        Assert.Equal(["report[1].txt", "report1.txt"], Find("-DocumentId 'report[1].txt'"));
        Assert.Equal(["a[draft.txt"], Find("-DocumentId 'a[draft.txt'"));
        Assert.Equal(["a[draft.txt", "report1.txt"], Find("-DocumentId 'a[draft.txt', 'report1*'"));
        Assert.Equal(["report[1].txt"], Find("-Category 'pii[name]'"));
        Assert.Equal(3, Find("-TaskName 'task[1]'").Length);
        Assert.Empty(Find("-TaskName 'task['"));

        string[] Find(string filter) =>
            [.. session.Run($"$job | Get-LanguageJobDocument {filter}").ThrowIfFailed().Of<LanguageDocument>().Select(document => document.DocumentId!)];
    }

    [Theory]
    [InlineData("utf16.txt", new byte[] { (byte)'E', 0, (byte)'U', 0, (byte)'R', 0 })]
    [InlineData("nul.txt", new byte[] { (byte)'E', (byte)'U', (byte)'R', 0 })]
    public async Task A_file_with_NULs_is_not_text_and_not_sent(string name, byte[] bytes)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        using var file = new TemporaryFile(bytes, name);

        foreach (var document in new[] { $"-Path '{file.Path}'", $"-LiteralPath '{file.Path}'", $"([IO.FileInfo]::new('{file.Path}'))" })
        {
            var (record, id) = session.Run($"Start-LanguageJob {document} {Task}").SingleError();
            Assert.Equal("InvalidDocument", id);
            Assert.Contains("UTF-16 without a byte order mark, or not text", record.Exception.Message);
        }
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task No_document_is_lost_to_an_id_that_comes_again()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        session.Run($"[pscustomobject]@{{ Id = '2'; Text = 'first' }}, 'second', 'third', [pscustomobject]@{{ Id = '2'; Text = 'again' }} | Start-LanguageJob {Task}").ThrowIfFailed();

        Assert.Equal(["2", "3", "4"], Ids(0));
        Assert.Equal(["first", "second", "third"], Texts(0));
        Assert.Equal(("2", "again"), (Ids(1).Single(), Texts(1).Single()));
    }

    [Fact]
    public async Task Files_of_one_name_in_two_folders_go_into_two_requests()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        using var one = new TemporaryFile("one", "note.txt");
        using var two = new TemporaryFile("two", "note.txt");

        session.Run($"'{one.Path}', '{two.Path}' | ForEach-Object {{ [IO.FileInfo]::new($_) }} | Start-LanguageJob {Task}").ThrowIfFailed();

        Assert.Equal([("note.txt", "one"), ("note.txt", "two")], Enumerable.Range(0, 2).Select(i => (Ids(i).Single(), Texts(i).Single())));
    }

    [Fact]
    public async Task Hashtables_are_documents_in_any_case_of_their_keys()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        session.Run($$"""
            $strict = [Collections.Generic.Dictionary[string, object]]::new(); $strict['id'] = 'c'; $strict['text'] = 'third'
            @{ Id = 'a'; Text = 'first' }, [ordered]@{ id = 'b'; text = 'second' }, $strict | Start-LanguageJob {{Task}}
            """).ThrowIfFailed();

        Assert.Equal(["a", "b", "c"], Ids(0));
        Assert.Equal(["first", "second", "third"], Texts(0));
    }

    [Fact]
    public async Task A_text_of_emoji_is_sent_as_it_is()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        session.Run($"[pscustomobject]@{{ Id = 'emoji \"\\ \u001f\ud83d\ude00'; Text = '😀' * 90000 }} | Start-LanguageJob {Task}").ThrowIfFailed();

        Assert.Equal("emoji \"\\ \u001f😀", Ids(0).Single());
        Assert.Equal(string.Concat(Enumerable.Repeat("😀", 90_000)), Texts(0).Single());
    }
}
