using LanguageJobs.Service;
using LanguageJobs.Storage;
using LanguageJobs.Wire;

namespace LanguageJobs.Commands;

/// <summary>Writes jobs to the files of a folder, wherever they come from. Several threads may write at once.</summary>
internal sealed class JobExport(ArchiveFolder folder, LanguageJobFormat format, bool includeUnfinished, bool overwrite)
{
    private readonly JobArchive archive = new();

    /// <summary>Reads a job from the service, page by page, and writes it.</summary>
    /// <exception cref="LanguageServiceException">The job could not be had.</exception>
    public Task<ExportedJob> FromServiceAsync(JobClient client, JobAddress job, string file, CancellationToken cancellation) => WritingAsync(
        file, () => format == LanguageJobFormat.JsonLines ? WriteLinesAsync(client, job, file, cancellation) : CopyAsync(client, job, file, cancellation));

    /// <summary>Copies the service's JSON from the file that a job was imported from.</summary>
    public Task<ExportedJob> FromFileAsync(string source, object handle, string file) => WritingAsync(file, () => Task.Run(() =>
    {
        if (ArchiveName.IsLines(source))
            return new ExportedJob { Error = ErrorRecords.JsonNotAvailable(source, handle) };
        LanguageJob job;
        byte[] utf8;
        try
        {
            job = archive.Read(source, out utf8);
        }
        catch (Exception e) when (!ErrorRecords.IsFromEngine(e))
        {
            return new ExportedJob { Error = ErrorRecords.OfFile(e, source, "Import the job again.") };
        }
        return Write(job, file, target => target.Write(utf8, 0, utf8.Length));
    }));

    /// <summary>Writes the JSON lines of a job that is here.</summary>
    public Task<ExportedJob> FromObjectAsync(LanguageJob job, string file) => WritingAsync(file, () => Task.Run(() => Write(job, file, target =>
    {
        using var lines = new DocumentLineWriter(target);
        lines.Write(job);
        if (!job.IsFinished)
            lines.WriteUnfinished(job);
    })));

    private async Task<ExportedJob> CopyAsync(JobClient client, JobAddress address, string file, CancellationToken cancellation)
    {
        var pages = client.PagesWithBytes(address);
        var join = new PageJoin();
        LanguageJob job = null!;
        while (await pages.NextAsync(cancellation).ConfigureAwait(false) is { } page)
        {
            job = page;
            if (!Includes(job))
                break;
            join.Add(pages.Bytes!);
        }
        return Write(job, file, target =>
        {
            var utf8 = Joined(join, address);
            target.Write(utf8, 0, utf8.Length);
        });
    }

    private async Task<ExportedJob> WriteLinesAsync(JobClient client, JobAddress address, string file, CancellationToken cancellation)
    {
        var pages = client.Pages(address, showStatistics: false);
        var job = (await pages.NextAsync(cancellation).ConfigureAwait(false))!;
        if (!Includes(job))
            return new ExportedJob { Job = job };
        using var target = folder.Create(file);
        using (var lines = new DocumentLineWriter(target.Stream))
        {
            for (LanguageJob? page = job; page is not null; page = await pages.NextAsync(cancellation).ConfigureAwait(false))
                lines.Write(job = page);
            if (!job.IsFinished)
                lines.WriteUnfinished(job);
        }
        target.Commit(overwrite);
        return new ExportedJob { Job = job, IsWritten = true };
    }

    private ExportedJob Write(LanguageJob job, string file, Action<Stream> write)
    {
        if (!Includes(job))
            return new ExportedJob { Job = job };
        using var target = folder.Create(file);
        write(target.Stream);
        target.Commit(overwrite);
        return new ExportedJob { Job = job, IsWritten = true };
    }

    private bool Includes(LanguageJob job) => includeUnfinished || job.IsFinished;

    private static byte[] Joined(PageJoin pages, JobAddress job)
    {
        try
        {
            return pages.ToBytes();
        }
        catch (WireFormatException e)
        {
            throw new LanguageServiceException(
                ServiceFailure.InvalidResponse, $"Job {job.JobId} cannot be exported as the service's JSON. {e.Message} -Format JsonLines exports it.", e);
        }
    }

    // Whatever reads from the service reports its failures as something else.
    private static async Task<ExportedJob> WritingAsync(string file, Func<Task<ExportedJob>> write)
    {
        try
        {
            return await write().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ExportedJob { Error = ErrorRecords.FileNotWritable(e, file) };
        }
    }
}
