using System.IO.Compression;
using System.Text;
using LanguageJobs.Emulator;
using LanguageJobs.Storage;
using LanguageJobs.Tests.Hosting;
using LanguageJobs.Tests.Wire;
using Microsoft.AspNetCore.Http;
using TemporaryFolder = LanguageJobs.Tests.Emulator.TemporaryFolder;

namespace LanguageJobs.Tests.Commands;

/// <summary>Jobs become files, and files jobs.</summary>
[Collection("Environment")]
public sealed class ExportLanguageJobTests : IDisposable
{
    private readonly TemporaryHistory history = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        folder.Dispose();
        history.Dispose();
    }

    private string Archive => Path.Combine(folder.Path, "2026", "archive");

    [Fact]
    public async Task A_jobs_file_holds_the_services_bytes_and_its_folder_is_made()
    {
        var body = " " + Bodies.V3("j", documentIds: ["1", "é", "😀"]) + "\r\n";
        await using var server = await LoopbackServer.WithJsonAsync(body);
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var file = Assert.Single(session.With("archive", Archive).Run("'j' | Export-LanguageJob $archive").ThrowIfFailed().Of<FileInfo>());

        Assert.Equal(Path.Combine(Archive, "j.json"), file.FullName);
        Assert.Equal(body, File.ReadAllText(file.FullName));
        Assert.Single(Directory.GetFiles(Archive));
    }

    [Fact]
    public async Task Several_pages_become_one_job_with_all_rows_and_no_link()
    {
        await using var server = await LoopbackServer.StartAsync(GetLanguageJobTests.Pages("j"));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        session.With("archive", Archive);

        session.Run("Export-LanguageJob $archive j").ThrowIfFailed();

        Assert.DoesNotContain("nextLink", File.ReadAllText(Path.Combine(Archive, "j.json")), StringComparison.OrdinalIgnoreCase);
        var live = session.Run("Get-LanguageJob j | Get-LanguageJobEntity");
        var saved = session.Run("Import-LanguageJob $archive | Get-LanguageJobEntity");
        Assert.True(live.Output.Length > 1);
        Assert.Equal(live.Of<LanguageEntity>().Select(row => $"{row.DocumentId} {row}"), saved.Of<LanguageEntity>().Select(row => $"{row.DocumentId} {row}"));
        Assert.Equal($"{Assert.Single(live.Errors)}", $"{Assert.Single(saved.Errors)}");
        Assert.True(Assert.Single(session.Run("Import-LanguageJob $archive").Of<LanguageJob>()).IsWhole);
    }

    [Theory]
    [MemberData(nameof(Shapes.Names), MemberType = typeof(Shapes))]
    public void Export_import_and_export_again_give_the_same_bytes(string shape)
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile(Shapes.Bytes(shape));
        session.With("source", file.Path).With("folder", folder.Path);

        session.Run("""
            Import-LanguageJob $source | Export-LanguageJob "$folder/1" -IncludeUnfinished
            Import-LanguageJob "$folder/1" | Export-LanguageJob "$folder/2" -IncludeUnfinished -Compress
            Import-LanguageJob "$folder/2" | Export-LanguageJob "$folder/3" -IncludeUnfinished
            """).ThrowIfFailed();

        Assert.Equal(File.ReadAllBytes(file.Path), File.ReadAllBytes(Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, "3")))));
    }

    [Theory]
    [MemberData(nameof(Shapes.Names), MemberType = typeof(Shapes))]
    public void Json_lines_come_back_and_are_the_same_when_they_are_written_again(string shape)
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile(Shapes.Bytes(shape));
        session.With("source", file.Path).With("folder", folder.Path);

        session.Run("""
            Import-LanguageJob $source | Export-LanguageJob "$folder/1" -IncludeUnfinished -Format JsonLines -Compress
            Import-LanguageJob "$folder/1" | Export-LanguageJob "$folder/2" -IncludeUnfinished -Format JsonLines
            Import-LanguageJob "$folder/2" | Export-LanguageJob "$folder/3" -IncludeUnfinished -Format JsonLines
            """).ThrowIfFailed();

        Assert.Equal(File.ReadAllBytes(One("2")), File.ReadAllBytes(One("3")));
        Assert.Equal(
            session.Run("Import-LanguageJob $source | Get-LanguageJobDocument -ErrorAction Ignore | ForEach-Object { $_.DocumentId + $_.Entities.Count + $_.Classes.Count }").Output.Select(id => $"{id}"),
            session.Run("Import-LanguageJob \"$folder/3\" | Get-LanguageJobDocument -ErrorAction Ignore | ForEach-Object { $_.DocumentId + $_.Entities.Count + $_.Classes.Count }").Output.Select(id => $"{id}"));

        string One(string name) => Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, name)));
    }

    [Fact]
    public async Task A_second_run_sends_no_request_for_what_is_there()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Bodies.V3(IdIn(context), documentIds: ["1"])));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        session.With("archive", Archive);

        session.Run("'a', 'b' | Export-LanguageJob $archive").ThrowIfFailed();
        var sent = server.Requests.Length;
        var again = session.Run("'a', 'b', 'c', 'a' | Export-LanguageJob $archive").ThrowIfFailed();

        Assert.Equal(["a.json", "b.json", "c.json"], again.Of<FileInfo>().Select(file => file.Name));
        Assert.Equal("c", Assert.Single(server.Requests[sent..]).JobId);
    }

    [Theory]
    [InlineData("half", "{\"jobId\":\"j\",\"status\":\"succeeded\",\"tasks\":{")]
    [InlineData("empty", "")]
    [InlineData("unfinished", "{\"jobId\":\"j\",\"status\":\"running\",\"tasks\":{}}")]
    [InlineData("a page", "{\"jobId\":\"j\",\"status\":\"succeeded\",\"tasks\":{},\"nextLink\":\"https://x\"}")]
    [InlineData("another job", "{\"jobId\":\"k\",\"status\":\"succeeded\",\"tasks\":{}}")]
    public async Task A_file_that_does_not_hold_the_whole_finished_job_is_replaced_unless_it_must_not_be(string what, string text)
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("j"));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        session.With("archive", folder.Path);
        folder.Write("j.json", text);

        var (record, id) = session.Run("Export-LanguageJob $archive j -NoClobber").SingleError();
        Assert.Equal(("FileNotWritable", Path.Combine(folder.Path, "j.json")), (id, record.TargetObject));
        Assert.Equal(text, File.ReadAllText(Path.Combine(folder.Path, "j.json")));
        Assert.Empty(server.Requests);

        session.Run("Export-LanguageJob $archive j").ThrowIfFailed();
        Assert.True(Bodies.V3("j") == File.ReadAllText(Path.Combine(folder.Path, "j.json")), what);
        session.Run("Export-LanguageJob $archive j -NoClobber").ThrowIfFailed();
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("JsonLines")]
    public async Task A_job_that_is_not_finished_is_left_out_with_a_warning_unless_it_is_asked_for(string format)
    {
        var status = "running";
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Bodies.V3("j", status, documentIds: ["1"])));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        session.With("archive", Archive);

        var without = session.Run($"Export-LanguageJob $archive j -Format {format}").ThrowIfFailed();
        Assert.Empty(without.Output);
        Assert.Contains("not finished (running)", Assert.Single(without.Warnings));
        Assert.False(Directory.Exists(Archive));

        Assert.Single(session.Run($"Export-LanguageJob $archive j -Format {format} -IncludeUnfinished").ThrowIfFailed().Output);
        Assert.False(Assert.Single(session.Run("Import-LanguageJob $archive").ThrowIfFailed().Of<LanguageJob>()).IsFinished);

        status = "succeeded";
        session.Run($"Export-LanguageJob $archive j -Format {format}").ThrowIfFailed();
        Assert.True(Assert.Single(session.Run("Import-LanguageJob $archive").ThrowIfFailed().Of<LanguageJob>()).IsFinished);
    }

    [Fact]
    public async Task The_history_learns_where_finished_jobs_are()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Bodies.V3(IdIn(context), IdIn(context) == "done" ? "succeeded" : "running")));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        session.With("archive", Archive);

        session.Run("$null = 'done', 'running' | Export-LanguageJob $archive -IncludeUnfinished").ThrowIfFailed();

        var jobs = session.Run("Get-LanguageJob").Of<LanguageJob>().ToDictionary(job => job.JobId!);
        Assert.Equal(Path.Combine(Archive, "done.json"), jobs["done"].ExportedTo);
        Assert.Null(jobs["running"].ExportedTo);
        Assert.True(JobHistory.Current!.NewestFirst().Single(job => job.JobId == "done").IsRead);
        session.Run("Import-LanguageJob $archive | Export-LanguageJob \"$archive/2\" -IncludeUnfinished").ThrowIfFailed();
        Assert.DoesNotContain("archive/2", history.Text);
    }

    [Fact]
    public async Task What_is_gone_from_the_service_is_JobNotFound_and_a_whole_object_still_gives_json_lines()
    {
        var isGone = false;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = isGone ? 404 : 200;
            return context.Response.WriteAsync(isGone ? Bodies.Error("NotFound", "Job not found.") : Bodies.V3("j", documentIds: ["1"]));
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion v3.2-preview.2");
        session.With("archive", Archive).Run("$job = Get-LanguageJob j").ThrowIfFailed();
        isGone = true;

        Assert.Equal("JobNotFound", session.Run("Export-LanguageJob $archive $job").SingleError().Id);
        Assert.Equal("JobNotFound", session.Run("Export-LanguageJob $archive j -Format JsonLines").SingleError().Id);
        var sent = server.Requests.Length;
        var file = Assert.Single(session.Run("$job | Export-LanguageJob $archive -Format JsonLines").ThrowIfFailed().Of<FileInfo>());

        Assert.Equal(sent, server.Requests.Length);
        Assert.Contains("\"documentId\":\"1\"", File.ReadAllText(file.FullName));
    }

    [Fact]
    public async Task An_imported_job_is_copied_from_its_file_and_asked_for_where_that_is_gone()
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("j", documentIds: ["from the service"]));
        using var session = new PowerShellSession();
        var source = Path.Combine(folder.Path, "saved.json");
        File.WriteAllText(source, Bodies.V3("j", documentIds: ["from the file"]));
        session.With("folder", folder.Path).Run("$job = Import-LanguageJob \"$folder/saved.json\"").ThrowIfFailed();

        session.Run("$job | Export-LanguageJob \"$folder/1\"").ThrowIfFailed();
        Assert.Contains("from the file", File.ReadAllText(Path.Combine(folder.Path, "1", "j.json")));

        File.Delete(source);
        Assert.Equal("JobNotFound", session.Run("$job | Export-LanguageJob \"$folder/2\"").SingleError().Id);
        session.Run($"Connect-LanguageService {server.Endpoint} {LoopbackServer.Key}; $job | Export-LanguageJob \"$folder/2\"").ThrowIfFailed();
        Assert.Contains("from the service", File.ReadAllText(Path.Combine(folder.Path, "2", "j.json")));
    }

    [Fact]
    public void A_job_of_json_lines_is_not_the_services_json()
    {
        using var session = new PowerShellSession();
        folder.Write("j.json", Bodies.V3("j", documentIds: ["1"]));
        session.With("folder", folder.Path).Run("Import-LanguageJob \"$folder/j.json\" | Export-LanguageJob $folder -Format JsonLines").ThrowIfFailed();

        var (record, id) = session.Run("Import-LanguageJob \"$folder/j.jsonl\" | Export-LanguageJob \"$folder/2\"").SingleError();

        Assert.Equal("JsonNotAvailable", id);
        Assert.Contains("-Format JsonLines", record.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void A_page_that_was_imported_stays_a_page_and_says_so()
    {
        using var session = new PowerShellSession();
        folder.Write("page.json", Bodies.V3("j", nextLink: "https://elsewhere/next", documentIds: ["1"]));
        session.With("folder", folder.Path);

        var result = session.Run("Import-LanguageJob \"$folder/page.json\" -WarningAction Ignore | Export-LanguageJob \"$folder/2\"").ThrowIfFailed();

        Assert.Contains("one page of job j", Assert.Single(result.Warnings));
        Assert.Equal(File.ReadAllText(Path.Combine(folder.Path, "page.json")), File.ReadAllText(Path.Combine(folder.Path, "2", "j.json")));
    }

    [Fact]
    public void A_job_without_an_id_keeps_the_name_of_its_file()
    {
        using var session = new PowerShellSession();
        folder.Write("first.json", """{"status":"succeeded","tasks":{"items":[]}}""");
        session.With("folder", folder.Path);

        var file = Assert.Single(session.Run("Import-LanguageJob \"$folder/first.json\" | Export-LanguageJob \"$folder/2\" -Compress").ThrowIfFailed().Of<FileInfo>());

        Assert.Equal("first.json.gz", file.Name);
    }

    [Theory]
    [InlineData("../../evil")]
    [InlineData("..")]
    [InlineData("a/b")]
    public void An_id_cannot_lead_out_of_the_folder(string id)
    {
        using var session = new PowerShellSession();
        folder.Write("job.json", Bodies.V3(id));
        session.With("folder", folder.Path);

        Assert.Equal("InvalidJob", session.Run("Import-LanguageJob \"$folder/job.json\" | Export-LanguageJob \"$folder/2\"").SingleError().Id);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "2")));
    }

    [Fact]
    public async Task One_bad_job_costs_no_other_and_neither_does_a_file_that_cannot_be_written()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = IdIn(context) == "gone" ? 404 : 200;
            return context.Response.WriteAsync(IdIn(context) == "gone" ? Bodies.Error("NotFound", "Job not found.") : Bodies.V3(IdIn(context)));
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint, "-ApiVersion v3.2-preview.2");
        Directory.CreateDirectory(Path.Combine(folder.Path, "blocked.json"));

        var result = session.With("folder", folder.Path).Run("'good', 'gone', 'blocked', 'fine' | Export-LanguageJob $folder");

        Assert.Equal(["good.json", "fine.json"], result.Of<FileInfo>().Select(file => file.Name));
        Assert.Equal(["JobNotFound", "FileNotWritable"], result.Errors.Select(RunResult.Id));
        Assert.Equal(2, Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task WhatIf_sends_no_request_and_writes_nothing()
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("j"));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        session.With("archive", Archive).Run("'j' | Export-LanguageJob $archive -WhatIf; @() | Export-LanguageJob $archive").ThrowIfFailed();

        Assert.Empty(server.Requests);
        Assert.False(Directory.Exists(Archive));
    }

    [Fact]
    public async Task Rows_and_listed_jobs_name_the_jobs_to_export()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Bodies.V3(IdIn(context), documentIds: ["1", "2"])));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        session.With("folder", folder.Path);

        session.Run("Get-LanguageJobEntity a | Export-LanguageJob \"$folder/rows\"; Get-LanguageJobDocument b | Export-LanguageJob \"$folder/parts\"").ThrowIfFailed();
        session.Run("Get-LanguageJob | Export-LanguageJob \"$folder/listed\"").ThrowIfFailed();

        Assert.Equal(["a.json"], Names("rows"));
        Assert.Equal(["b.json"], Names("parts"));
        Assert.Equal(["a.json", "b.json"], Names("listed"));

        string[] Names(string name) => [.. Directory.GetFiles(Path.Combine(folder.Path, name)).Select(file => Path.GetFileName(file)).Order()];
    }

    [Fact]
    public void Gzip_files_that_were_put_together_are_read_to_their_end()
    {
        using var session = new PowerShellSession();
        folder.Write("a.json", Bodies.V3("a", documentIds: ["1", "2"]));
        folder.Write("b.json", Bodies.V3("b", documentIds: ["3"]));
        session.With("folder", folder.Path).Run("Import-LanguageJob $folder | Export-LanguageJob \"$folder/lines\" -Format JsonLines -Compress").ThrowIfFailed();
        File.WriteAllBytes(Path.Combine(folder.Path, "both.jsonl.gz"),
            [.. Directory.GetFiles(Path.Combine(folder.Path, "lines")).Order().SelectMany(File.ReadAllBytes)]);

        var jobs = session.Run("Import-LanguageJob \"$folder/both.jsonl.gz\"").ThrowIfFailed().Of<LanguageJob>();

        Assert.Equal(["a 2", "b 1"], jobs.Select(job => $"{job.JobId} {job.DocumentCount}"));
    }

    [Fact]
    public void Damaged_gzip_files_and_lines_are_errors_that_name_the_file()
    {
        using var session = new PowerShellSession();
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(Bodies.V3("j", documentIds: ["1", "2", "3"])));
        File.WriteAllBytes(Path.Combine(folder.Path, "cut.json.gz"), compressed.ToArray()[..^20]);
        folder.Write("lines.jsonl", "{\"jobId\":\"j\",\"taskKind\":\"K\",\"documentId\":\"1\",\"status\":\"Succeeded\"}\n{\"jobId\":\"k\",\"docu");
        folder.Write("none.jsonl", "");

        var result = session.With("folder", folder.Path).Run("Import-LanguageJob $folder");

        Assert.Equal(["InvalidFile", "InvalidFile"], result.Errors.Select(RunResult.Id));
        Assert.Equal(["cut.json.gz", "lines.jsonl"], result.Errors.Select(error => Path.GetFileName((string)error.TargetObject)));
        Assert.Contains("line 2", result.Errors[1].Exception.Message);
        Assert.Contains("none.jsonl", Assert.Single(result.Warnings));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-Compress")]
    public async Task The_emulator_serves_what_was_exported(string options)
    {
        using var session = new PowerShellSession();
        session.With("source", Repository.PathOf("examples", "jobs")).With("archive", Archive);
        session.Run($"$jobs = Import-LanguageJob $source; $files = $jobs | Export-LanguageJob $archive {options}").ThrowIfFailed();
        await using var emulator = await LanguageEmulator.StartAsync(new EmulatorOptions { JobsFolder = Archive });
        var rows = "Get-LanguageJobDocument -ErrorAction Ignore | ForEach-Object { \"$($_.JobId) $($_.TaskName) $_\" }";

        session.Run($"Connect-LanguageService {emulator.Endpoint} sandbox-key").ThrowIfFailed();
        var served = session.Run($"$jobs | ForEach-Object JobId | {rows}").Output.Select(row => $"{row}").ToArray();

        Assert.NotEmpty(served);
        Assert.Equal(session.Run($"$jobs | {rows}").Output.Select(row => $"{row}"), served);
    }

    private static string IdIn(HttpContext context) => context.Request.Path.Value!.Split('/')[^1];
}
