using System.Diagnostics;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Field;

/// <summary>One path, pattern or file that is no good costs one error, and no other.</summary>
public class OneBadThingTests : SubmissionFixture
{
    [Fact]
    public async Task A_name_that_is_not_a_valid_pattern_is_a_file_and_ends_no_pipeline()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        using var folder = new TemporaryFile(Bodies.V3("a"), "a.json");
        File.WriteAllText(Path.Combine(folder.Folder, "b[draft.json"), Bodies.V3("b"));
        File.WriteAllText(Path.Combine(folder.Folder, "c.json"), Bodies.V3("c"));
        session.With("in", folder.Folder);

        var jobs = session.Run("\"$in/a.json\", \"$in/b[draft.json\", \"$in/c.json\" | Import-LanguageJob").ThrowIfFailed().Of<LanguageJob>();
        var missing = session.Run("\"$in/a.json\", \"$in/z[draft.json\", \"$in/c.json\" | Import-LanguageJob");
        session.Run($"Start-LanguageJob -Path \"$in/a.json\", \"$in/b[draft.json\" {Task}").ThrowIfFailed();

        Assert.Equal(["a", "b", "c"], jobs.Select(job => job.JobId));
        Assert.Equal(["a", "c"], missing.Of<LanguageJob>().Select(job => job.JobId));
        Assert.Equal("PathNotFound", missing.SingleError().Id);
        Assert.Equal(["a.json", "b[draft.json"], Ids(0));
    }

    [Fact]
    public async Task A_file_whose_name_looks_like_a_pattern_is_found()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        using var job = new TemporaryFile(Bodies.V3("j"), "report[1].json");

        Assert.Single(session.Run($"Import-LanguageJob '{job.Path}'").ThrowIfFailed().Output);
        session.Run($"Start-LanguageJob -Path '{job.Path}' {Task}; Start-LanguageJob -LiteralPath '{job.Path}' {Task}").ThrowIfFailed();

        Assert.Equal(["report[1].json", "report[1].json"], new[] { Ids(0).Single(), Ids(1).Single() });
    }

    [Theory]
    [InlineData("-Path \"$in/*.nothing\"", "PathNotFound")]
    [InlineData("-LiteralPath \"$in/*.txt\"", "PathNotFound")]
    [InlineData("-Path \"$in/none.txt\"", "PathNotFound")]
    [InlineData("-Path nodrive:/x.txt", "PathNotFound")]
    [InlineData("-Path $in", "PathIsFolder")]
    [InlineData("-LiteralPath $in", "PathIsFolder")]
    [InlineData("-Path Env:PATH", "PathNotSupported")]
    [InlineData("-LiteralPath Env:PATH", "PathNotSupported")]
    public async Task A_path_without_a_file_says_so_and_the_others_are_sent(string path, string expected)
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        using var file = new TemporaryFile("text", "a.txt");
        var parameter = path.Split(' ')[0];

        var result = session.With("in", file.Folder).Run($"Start-LanguageJob {path}, \"$in/a.txt\" {Task}");

        Assert.Equal(expected, result.SingleError().Id);
        Assert.Equal(["a.txt"], Ids(0));
        Assert.StartsWith("-", parameter);
    }

    [Fact]
    public void A_folder_is_called_a_folder()
    {
        using var session = PowerShellSession.ConnectedTo(new Uri("http://127.0.0.1:9/"));
        using var file = new TemporaryFile("{}");

        var (record, _) = session.Run($"Start-LanguageJob -Path '{file.Folder}' -Kind KeyPhraseExtraction").SingleError();

        Assert.Equal($"'{file.Folder}' is a folder. Give its files, for example '{Path.Combine(file.Folder, "*")}'.", record.Exception.Message);
    }

    [Fact]
    public void A_pattern_takes_the_files_and_leaves_the_folders()
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile(Bodies.V3("j"));
        Directory.CreateDirectory(Path.Combine(file.Folder, "sub"));

        Assert.Single(session.Run($"Import-LanguageJob '{file.Folder}/*'").ThrowIfFailed().Output);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_by_its_length()
    {
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        using var large = new TemporaryFile("", "large.txt");
        using (var file = File.OpenWrite(large.Path))
            file.SetLength(3L << 30);
        File.WriteAllText(Path.Combine(large.Folder, "small.txt"), "text");

        var result = session.Run($"Start-LanguageJob -Path '{large.Folder}/*.txt' {Task}");

        // Reading it would fail otherwise: a string cannot hold 3 GB.
        var (record, id) = result.SingleError();
        Assert.Equal("DocumentTooLarge", id);
        Assert.Contains("3,221,225,472 bytes", record.Exception.Message);
        Assert.Equal(["small.txt"], Ids(0));
    }

    [Fact]
    public async Task A_pipe_is_read_like_a_file()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var session = new PowerShellSession();
        using var file = new TemporaryFile(Bodies.V3("j"));
        var pipe = MakePipe(file.Folder);
        var writing = System.Threading.Tasks.Task.Run(() => File.WriteAllText(pipe, Bodies.V3("piped")));

        var jobs = session.Run($"'{file.Path}', '{pipe}', '{file.Path}' | Import-LanguageJob").ThrowIfFailed().Of<LanguageJob>();

        Assert.Equal(["j", "piped", "j"], jobs.Select(job => job.JobId));
        await writing;
    }

    [Theory]
    [InlineData("Import-LanguageJob -LiteralPath $pipe")]
    [InlineData("Start-LanguageJob -LiteralPath $pipe -Kind CustomEntityRecognition -ProjectName P -DeploymentName D")]
    [InlineData("Import-LanguageLabel -LiteralPath $pipe")]
    [InlineData("Measure-LanguageJob $whole -Label $pipe")]
    [InlineData("Compare-LanguageJob -ReferenceLabel $pipe $whole")]
    [InlineData("Show-LanguageJobDocument $whole -TextPath $pipe")]
    public async Task Stopping_ends_a_read_that_does_not_end_by_itself(string command)
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var server = await StartAsync();
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);
        using var file = new TemporaryFile(Bodies.V3("j", documentIds: "pipe"));
        var pipe = MakePipe(file.Folder);
        session.Run($"$whole = Import-LanguageJob '{file.Path}'").ThrowIfFailed();
        using var shell = session.With("pipe", pipe).Script(command);
        var running = shell.BeginInvoke();
        // It is in the read once it has opened the pipe, which is when this end opens.
        await using (var writer = await System.Threading.Tasks.Task.Run(() => File.Open(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)))
        {
            // The read ends only when this end of the pipe closes, so a stop that waited for it would never end.
            var stopping = shell.BeginStop(null, null);
            Assert.True(stopping.AsyncWaitHandle.WaitOne(TimeSpan.FromSeconds(30)), "the stop waits for the read");
            Assert.True(running.IsCompleted);
            await writer.WriteAsync("{}"u8.ToArray());
        }
        Assert.Empty(server.Requests);
    }

    private static string MakePipe(string folder)
    {
        var pipe = Path.Combine(folder, "pipe");
        using var mkfifo = Process.Start("mkfifo", pipe);
        mkfifo.WaitForExit();
        return pipe;
    }
}
