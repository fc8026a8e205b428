using System.Text;
using LanguageJobs.Storage;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Storage.Journals;

public class BackwardReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("\n\n", "")]
    [InlineData("one", "one")]
    [InlineData("one\n", "one")]
    [InlineData("one\ntwo\n\nthree\n", "three two one")]
    [InlineData("\none\ntwo", "two one")]
    public void Lines_come_from_the_last_to_the_first(string text, string expected) => Assert.Equal(expected, string.Join(' ', Read(text)));

    [Fact]
    public void Blocks_and_lines_need_not_end_together()
    {
        var lines = Enumerable.Range(1, 500).Select(n => new string((char)('a' + n % 26), n * 37 % 1_000 + 1)).Append(new string('x', 200_000)).Append("end").ToArray();

        Assert.Equal(lines.Reverse(), Read(string.Join('\n', lines)));
    }

    private static List<string> Read(string text)
    {
        using var file = new TemporaryFile(text);
        using var reader = new BackwardReader(file.Path);
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(Encoding.UTF8.GetString(reader.Line));
        return lines;
    }
}
