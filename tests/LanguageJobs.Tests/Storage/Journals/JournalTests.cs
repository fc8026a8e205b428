using System.Text;
using LanguageJobs.Storage;
using LanguageJobs.Tests.Emulator;

namespace LanguageJobs.Tests.Storage.Journals;

public class JournalTests
{
    [Fact]
    public void Lines_are_read_in_the_order_in_which_they_were_written()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "journal.jsonl");

        using (var journal = new JournalWriter(path))
        {
            Append(journal, "{\"a\":1}\n");
            Append(journal, "{\"a\":2}\n{\"a\":3}\n");
        }

        Assert.Equal("""{"a":1} {"a":2} {"a":3}, 0 skipped""", Read(path));
    }

    [Fact]
    public void A_journal_that_is_being_written_to_can_be_read()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "journal.jsonl");
        using var journal = new JournalWriter(path);

        Append(journal, "{\"a\":1}\n");

        Assert.Equal("""{"a":1}, 0 skipped""", Read(path));
    }

    [Fact]
    public void A_torn_line_is_counted_and_does_not_spoil_the_next()
    {
        using var folder = new TemporaryFolder();
        folder.Write("journal.jsonl", "{\"a\":1}\n{\"a\":");
        var path = Path.Combine(folder.Path, "journal.jsonl");
        Assert.Equal("""{"a":1}, 1 skipped""", Read(path));

        using (var journal = new JournalWriter(path))
            Append(journal, "{\"a\":3}\n");

        Assert.Equal("""{"a":1} {"a": {"a":3}, 0 skipped""", Read(path));
    }

    [Fact]
    public void A_line_that_is_too_long_to_be_ours_is_counted_and_costs_little_memory()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"first\n{new string('x', 40_000_000)}\nlast\n{new string('y', 3_000_000)}"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var reader = new JournalReader(stream);

        Assert.True(reader.Read());
        Assert.Equal("first", Encoding.UTF8.GetString(reader.Line));
        Assert.True(reader.Read());
        Assert.Equal("last", Encoding.UTF8.GetString(reader.Line));
        Assert.False(reader.Read());
        Assert.Equal(2, reader.Skipped);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8_000_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    public void Nothing_is_no_line(string text)
    {
        using var reader = new JournalReader(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        Assert.False(reader.Read());
        Assert.Equal(0, reader.Skipped);
    }

    [Fact]
    public void A_line_that_does_not_fit_the_buffer_is_read_whole()
    {
        var lines = Enumerable.Range(1, 20).Select(n => new string((char)('a' + n), n * 9_973)).ToArray();
        using var reader = new JournalReader(new Trickle(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")))));

        foreach (var line in lines)
        {
            Assert.True(reader.Read());
            Assert.Equal(line, Encoding.UTF8.GetString(reader.Line));
        }
        Assert.False(reader.Read());
    }

    [Fact]
    public void A_journal_that_another_process_has_written_to_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "journal.jsonl");
        using var older = new JournalWriter(path);
        Append(older, "{\"a\":1}\n");
        using (var other = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite))
            other.Write("{\"b\":1}\n"u8);

        var failure = Assert.Throws<JournalTakenException>(() => Append(older, "{\"a\":2}\n"));

        Assert.Contains("another process", failure.Message);
        Assert.Equal("""{"a":1} {"b":1}, 0 skipped""", Read(path));
    }

    [Fact]
    public void Only_its_owner_may_read_a_journal_that_says_so()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "private", "journal.jsonl");

        OwnerOnly.CreateFolder(Path.GetDirectoryName(path)!);
        using var journal = new JournalWriter(path, ownerOnly: true);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(path)!));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    private static void Append(JournalWriter journal, string lines)
    {
        var bytes = Encoding.UTF8.GetBytes(lines);
        journal.Append(bytes, bytes.Length);
    }

    private static string Read(string path)
    {
        using var reader = new JournalReader(path);
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(Encoding.UTF8.GetString(reader.Line));
        return $"{string.Join(' ', lines)}, {reader.Skipped} skipped";
    }

    // Gives a few bytes at a time, as a pipe or a slow disk may.
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1_000));
    }
}
