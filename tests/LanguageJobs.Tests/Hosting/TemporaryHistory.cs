using System.Runtime.CompilerServices;
using LanguageJobs.Storage;

namespace LanguageJobs.Tests.Hosting;

/// <summary>
/// A history that is there for one test. It stands in the environment, which belongs to the whole process: the test's collection is
/// <c>Environment</c>. All other tests share a history of this run; none touches the user's.
/// </summary>
public sealed class TemporaryHistory : IDisposable
{
    private readonly string? before = Environment.GetEnvironmentVariable(HistoryFolder.Variable);
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("languagejobs-");

    public TemporaryHistory() => Environment.SetEnvironmentVariable(HistoryFolder.Variable, Folder);

    public string Folder => Path.Combine(parent.FullName, "history");

    /// <summary>Everything that is written down.</summary>
    public string Text
    {
        get
        {
            JobHistory.Current!.Flush();
            return string.Concat(Directory.GetFiles(Folder).Order().Select(ReadShared));
        }
    }

    public void Dispose()
    {
        JobHistory.Current?.Flush();
        Environment.SetEnvironmentVariable(HistoryFolder.Variable, before);
        parent.Delete(recursive: true);
    }

    [ModuleInitializer]
    internal static void SetForAllTests()
    {
        var folder = Directory.CreateTempSubdirectory("languagejobs-history-");
        Environment.SetEnvironmentVariable(HistoryFolder.Variable, folder.FullName);
        // The history itself writes its last lines when the process ends: the folder goes after that.
        _ = JobHistory.Current;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
    }

    private static string ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return new StreamReader(stream).ReadToEnd();
    }
}
