namespace LanguageJobs.Storage;

/// <summary>A folder with one file for each job.</summary>
internal sealed class ArchiveFolder(string path, LanguageJobFormat format, bool isCompressed)
{
    private readonly JobArchive archive = new();
    private int hasCleaned;

    /// <summary>A job's file, whether it is there or not.</summary>
    public string FileOf(string jobId) => Path.Combine(path, ArchiveName.Of(jobId, format, isCompressed));

    /// <summary>True when a job's file is there, can be read, and holds the whole finished job.</summary>
    public bool Holds(string jobId)
    {
        var file = FileOf(jobId);
        try
        {
            return File.Exists(file) && archive.Read(file).All(IsIt);
        }
        catch (Exception e) when (e is FormatException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return false;
        }

        bool IsIt(LanguageJob job) => job.IsWhole && job.IsFinished && (job.JobId is null || job.JobId == jobId);
    }

    /// <summary>Begins to write a file. What killed exports left behind is removed.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not write to the folder.</exception>
    public ArchiveFile Create(string file)
    {
        Directory.CreateDirectory(path);
        if (Interlocked.Exchange(ref hasCleaned, 1) == 0)
            AtomicFile.RemoveAbandoned(path);
        return new ArchiveFile(file, isCompressed);
    }
}
