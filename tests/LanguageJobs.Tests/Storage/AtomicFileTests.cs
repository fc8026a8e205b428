using LanguageJobs.Storage;
using LanguageJobs.Tests.Emulator;

namespace LanguageJobs.Tests.Storage;

public class AtomicFileTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_appears_when_it_is_committed_and_not_before(bool exists)
    {
        using var folder = new TemporaryFolder();
        var target = Path.Combine(folder.Path, "report.html");
        if (exists)
            folder.Write("report.html", "old");

        using (var file = new AtomicFile(target))
        {
            file.Stream.Write("new"u8);
            file.Stream.Flush();
            Assert.Equal(exists ? "old" : null, File.Exists(target) ? File.ReadAllText(target) : null);
            file.Commit();
        }

        Assert.Equal("new", File.ReadAllText(target));
        Assert.Equal([target], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_file_that_is_not_committed_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        folder.Write("report.html", "old");

        using (var file = new AtomicFile(Path.Combine(folder.Path, "report.html")))
            file.Stream.Write("half of"u8);

        Assert.Equal("old", File.ReadAllText(Assert.Single(Directory.GetFiles(folder.Path))));
    }

    [Fact]
    public void A_file_that_may_not_be_replaced_stays()
    {
        using var folder = new TemporaryFolder();
        folder.Write("report.html", "old");

        using (var file = new AtomicFile(Path.Combine(folder.Path, "report.html")))
        {
            file.Stream.Write("new"u8);
            Assert.Throws<IOException>(() => file.Commit(overwrite: false));
        }

        Assert.Equal("old", File.ReadAllText(Assert.Single(Directory.GetFiles(folder.Path))));
    }

    [Fact]
    public void A_name_may_be_as_long_as_the_file_system_allows()
    {
        using var folder = new TemporaryFolder();
        var target = Path.Combine(folder.Path, new string('n', 250) + ".json");

        using (var file = new AtomicFile(target))
            file.Commit();

        Assert.True(File.Exists(target));
    }

    [Fact]
    public void A_device_is_not_replaced()
    {
        if (OperatingSystem.IsWindows())
            return;

        Assert.Contains("device", Assert.Throws<IOException>(() => new AtomicFile("/dev/null")).Message);
        Assert.Equal("", File.ReadAllText("/dev/null"));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error() => Assert.Throws<DirectoryNotFoundException>(
        () => new AtomicFile(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString(), "report.html")));

    [Fact]
    public void Only_its_owner_may_read_a_file_that_says_so()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        var target = Path.Combine(folder.Path, "history.jsonl");

        using (var file = new AtomicFile(target, ownerOnly: true))
            file.Commit();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(target));
    }

    [Fact]
    public void Temporary_files_of_killed_processes_are_removed_once_they_are_old()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".languagejobs-1.tmp", "left an hour ago");
        folder.Write(".languagejobs-2.tmp", "perhaps in use");
        folder.Write("notes.tmp", "another program's");
        File.SetLastWriteTimeUtc(Path.Combine(folder.Path, ".languagejobs-1.tmp"), DateTime.UtcNow.AddHours(-2));
        File.SetLastWriteTimeUtc(Path.Combine(folder.Path, "notes.tmp"), DateTime.UtcNow.AddHours(-2));

        AtomicFile.RemoveAbandoned(folder.Path);

        Assert.Equal([".languagejobs-2.tmp", "notes.tmp"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
    }
}
