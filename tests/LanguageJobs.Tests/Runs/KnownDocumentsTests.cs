using LanguageJobs.Runs;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Runs;

/// <summary>What a run that is continued keeps of its documents. These tests measure memory, so they run alone.</summary>
[Collection("Environment")]
public class KnownDocumentsTests
{
    [Fact]
    public void Known_documents_cost_at_most_32_bytes_each()
    {
        const int Count = 200_000;
        using var file = new TemporaryFile("", "00000.jsonl");
        using (var stream = File.Create(file.Path))
        {
            for (var request = 1; request <= Count / 25; request++)
                JournalLine.Write(stream, Entry(JournalEvent.Submitting, request) with { Documents = Documents(request) });
        }
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var state = ShardState.Read(file.Path);
        var known = KnownDocuments.Read(file.Path, state);
        // They are under way here; in a run all but the newest have ended.
        foreach (var request in state.In(RequestState.Submitting).ToArray())
            state.Apply(Entry(JournalEvent.Unsure, request));

        Assert.InRange((GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Count, 0, 32);
        Assert.Equal(Count, known.Left);
        GC.KeepAlive(state);
    }

    private static JournalEntry Entry(JournalEvent what, int request) => new(what, DateTimeOffset.UtcNow) { Request = request };

    private static JournalDocument[] Documents(int request) =>
        [.. Enumerable.Range(25 * request, 25).Select(i => new JournalDocument($"doc-{i}", (ulong)i))];
}
