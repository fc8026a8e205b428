using System.Text;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Commands;

public class ImportLanguageJobTests
{
    public static TheoryData<byte[]> Encodings => new(
        Encoding.UTF8.GetBytes(Bodies.V3("j")),
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Bodies.V3("j"))],
        [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Bodies.V3("j"))],
        [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Bodies.V3("j"))]);

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_file_may_be_utf8_or_utf16(byte[] bytes)
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile(bytes);

        Assert.Equal("j", session.Run($"Import-LanguageJob '{file.Path}'").ThrowIfFailed().Of<LanguageJob>().Single().JobId);
    }

    [Theory]
    [InlineData("Import-LanguageJob \"$folder/*.json\"")]
    [InlineData("Import-LanguageJob -LiteralPath \"$folder/job.json\"")]
    [InlineData("\"$folder/job.json\" | Import-LanguageJob")]
    [InlineData("[IO.FileInfo]::new(\"$folder/job.json\") | Import-LanguageJob")]
    [InlineData("[pscustomobject]@{ FullName = \"$folder/job.json\" } | Import-LanguageJob")]
    public void Files_are_named_in_every_way_that_is_usual(string script)
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile(Bodies.V3("j"));

        Assert.Single(session.With("folder", file.Folder).Run(script).ThrowIfFailed().Of<LanguageJob>());
    }

    [Fact]
    public void Jobs_come_in_the_order_of_their_files_however_long_each_takes_to_read()
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile("{}");
        var names = Enumerable.Range(0, 20).Select(i => $"{i:00}").ToArray();
        foreach (var name in names)
            File.WriteAllText(Path.Combine(file.Folder, $"job{name}.json"), Bodies.V3(name, documentIds: [.. Enumerable.Repeat("d", 1000 / (1 + int.Parse(name)))]));

        var jobs = session.With("folder", file.Folder).Run("Import-LanguageJob \"$folder/job??.json\"").ThrowIfFailed().Of<LanguageJob>();

        Assert.Equal(names, jobs.Select(job => job.JobId));
    }

    [Theory]
    [InlineData("\"$folder\"")]
    [InlineData("-LiteralPath \"$folder\"")]
    [InlineData("\"$folder*\"")]
    public void A_folder_means_the_files_in_it_that_are_named_as_saved_jobs(string path)
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile(Bodies.V3("b"), "b.json");
        File.WriteAllText(Path.Combine(file.Folder, "a.JSON"), Bodies.V3("a"));
        File.WriteAllText(Path.Combine(file.Folder, "c.jsonl"), "{\"jobId\":\"c\",\"taskKind\":\"K\",\"documentId\":\"1\"}\n");
        File.WriteAllText(Path.Combine(file.Folder, "notes.txt"), "not a job");
        Directory.CreateDirectory(Path.Combine(file.Folder, "d.json"));

        Assert.Equal(["a", "b", "c"], session.With("folder", file.Folder).Run($"Import-LanguageJob {path}").ThrowIfFailed().Of<LanguageJob>().Select(job => job.JobId));
    }

    [Theory]
    [InlineData("\"$folder/none.json\"", "PathNotFound")]
    [InlineData("-LiteralPath \"$folder/none.json\"", "PathNotFound")]
    [InlineData("-LiteralPath \"$folder/[x].json\"", "PathNotFound")]
    [InlineData("\"$folder/*.none\"", "PathNotFound")]
    [InlineData("\"$folder/a[b\"", "PathNotFound")]
    [InlineData("\"$folder/empty\"", "PathNotFound")]
    [InlineData("-LiteralPath \"$folder/empty\"", "PathNotFound")]
    [InlineData("Env:PATH", "PathNotSupported")]
    [InlineData("Env:none", "PathNotSupported")]
    [InlineData("-LiteralPath Env:PATH", "PathNotSupported")]
    [InlineData("'nodrive:/x.json'", "PathNotFound")]
    public void A_path_that_leads_to_no_file_is_one_error(string path, string expected)
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile("{}");
        Directory.CreateDirectory(Path.Combine(file.Folder, "empty"));

        Assert.Equal(expected, session.With("folder", file.Folder).Run($"Import-LanguageJob {path}").SingleError().Id);
    }

    [Fact]
    public void A_file_that_ends_early_says_which_and_where()
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile(Bodies.DocumentedEntitiesWithoutBrace);

        var (record, id) = session.Run($"Import-LanguageJob '{file.Path}'").SingleError();

        Assert.Equal("InvalidFile", id);
        Assert.Contains(file.Path, record.Exception.Message);
        Assert.Contains("ends early", record.Exception.Message);
        Assert.Equal(file.Path, record.TargetObject);
    }

    [Fact]
    public void A_file_that_is_too_large_to_be_a_job_costs_no_other_and_says_how_large_it_is()
    {
        using var session = new PowerShellSession();
        using var good = new TemporaryFile(Bodies.V3("good"));
        using var large = new TemporaryFile("");
        using (var file = File.OpenWrite(large.Path))
            file.SetLength(3L << 30);

        var result = session.Run($"'{large.Path}', '{good.Path}' | Import-LanguageJob");

        Assert.Equal("good", result.Of<LanguageJob>().Single().JobId);
        var (record, id) = result.SingleError();
        Assert.Equal("InvalidFile", id);
        Assert.Contains("The text has 3,221,225,472 bytes; at most 1,073,741,824 bytes can be read.", record.Exception.Message);
    }

    [Fact]
    public void A_bad_file_costs_no_other()
    {
        using var session = new PowerShellSession();
        using var good = new TemporaryFile(Bodies.V3("good"));
        using var bad = new TemporaryFile("<html>");

        var result = session.Run($"'{bad.Path}', '{good.Path}' | Import-LanguageJob");

        Assert.Equal("good", result.Of<LanguageJob>().Single().JobId);
        Assert.Equal("InvalidFile", result.SingleError().Id);
    }
}
