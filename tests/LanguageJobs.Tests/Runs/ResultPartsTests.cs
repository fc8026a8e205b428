using System.IO.Compression;
using System.Text;
using LanguageJobs.Runs;
using LanguageJobs.Tests.Hosting;
using LanguageJobs.Wire;

namespace LanguageJobs.Tests.Runs;

public sealed class ResultPartsTests : IDisposable
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("languagejobs-");
    private readonly RunFolder folder;

    public ResultPartsTests()
    {
        folder = new RunFolder(parent.FullName);
        folder.Create();
    }

    public void Dispose() => parent.Delete(recursive: true);

    [Fact]
    public void What_a_killed_worker_wrote_and_its_journal_does_not_have_is_cut_off()
    {
        long length;
        using (var parts = new ResultParts(folder, 3, null, 0, 0))
        {
            parts.Append([Job("first")]);
            length = parts.Length;
            parts.Append([Job("lost")]);
        }
        File.AppendAllText(folder.Part(3, 1), "torn");

        using (var parts = new ResultParts(folder, 3, null, 1, length))
            parts.Append([Job("second")]);

        Assert.Equal(["first", "second"], Ids(folder.Part(3, 1)));
    }

    [Fact]
    public void A_part_that_is_shorter_than_the_journal_says_is_an_error()
    {
        File.WriteAllText(folder.Part(0, 1), "short");

        var failure = Assert.Throws<RunException>(() => new ResultParts(folder, 0, null, 1, 100));

        Assert.Equal(RunFailure.ResultsDamaged, failure.Failure);
        Assert.Equal(64, RunExitCode.Of(failure));
    }

    private static IEnumerable<string> Ids(string part)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(part), CompressionMode.Decompress));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => (string)System.Text.Json.Nodes.JsonNode.Parse(line)!["documentId"]!)];
    }

    private static LanguageJob Job(string documentId) => JobBody.Read(Encoding.UTF8.GetBytes(Bodies.V3("j", documentIds: [documentId])), new StringPool()).Job;
}
