using System.Text;
using LanguageJobs.Storage;
using LanguageJobs.Wire;

namespace LanguageJobs.Fuzz;

/// <summary>Reads what was mutated, in every way that the module reads it: a result comes out, or the one documented exception.</summary>
internal static class BodyCase
{
    // What a reader may allocate: so much for each byte, and a little at all.
    private const long BytesPerByte = 100;
    private const long Always = 512 * 1024;

    private static readonly StringPool Words = new();

    /// <summary>Reads a body, and where it is a job writes its JSON lines and reads them again.</summary>
    public static void Read(byte[] body) => Bounded(body, () =>
    {
        if (Refusable(() => JobBody.Read(body, Words)) is not { } page)
            return;
        using var stream = new MemoryStream();
        using (var lines = new DocumentLineWriter(stream))
            lines.Write(page.Job);
        if (page.Job.JobId is not { Length: > 0 })
            return;
        var back = DocumentLineReader.Read(new MemoryStream(stream.ToArray()), Words).ToArray();
        var (documents, expected) = (Count(back), Count([page.Job]));
        if (documents != expected)
            throw new InvalidOperationException($"{expected} documents were written, {documents} came back.");
    });

    /// <summary>Joins two pages; what is joined is read as a job again.</summary>
    public static void Join(byte[] one, byte[] other) => Bounded([.. one, .. "\n"u8, .. other], () =>
    {
        if (Refusable(() => JobBody.Read(one, Words)) is not { } first || Refusable(() => JobBody.Read(other, Words)) is not { } second)
            return;
        var join = new PageJoin();
        join.Add(one);
        join.Add(other);
        if (Refusable(join.ToBytes) is not { } joined)
            return;
        var (documents, expected) = (Count([JobBody.Read(joined, Words).Job]), Count([first.Job]) + Count([second.Job]));
        // Of two members with one name the last counts, when a page is read as when it is joined; lists of one page may then be fewer.
        if (documents > expected)
            throw new InvalidOperationException($"{expected} documents stand on two pages, {documents} on the joined one.");
    });

    /// <summary>Reads JSON lines.</summary>
    public static void ReadLines(byte[] lines) =>
        Bounded(lines, () => Refusable(() => DocumentLineReader.Read(new MemoryStream(lines), Words).ToArray()));

    /// <summary>The JSON lines of a body.</summary>
    public static byte[] LinesOf(byte[] body)
    {
        using var stream = new MemoryStream();
        using (var lines = new DocumentLineWriter(stream))
            lines.Write(JobBody.Read(body, Words).Job);
        return stream.ToArray();
    }

    private static int Count(LanguageJob[] jobs) => jobs.Sum(job => job.Tasks.Sum(task => task.Documents.Length));

    private static T? Refusable<T>(Func<T> read) where T : class
    {
        try
        {
            return read();
        }
        catch (WireFormatException e) when (e.Message.Length > 0)
        {
            return null;
        }
    }

    private static void Bounded(byte[] input, Action action)
    {
        try
        {
            Bounded(input.Length, action);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{e.GetType().Name}: {e.Message}\n{Encoding.UTF8.GetString(input)}", e);
        }
    }

    private static void Bounded(int length, Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (allocated > BytesPerByte * length + Always)
            throw new InvalidOperationException($"{allocated} bytes were allocated for {length}.");
    }
}
