using System.Text;
using LanguageJobs.Runs;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Runs;

/// <summary>What the lines of a journal add up to.</summary>
public class ShardStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void A_line_says_the_same_after_it_was_written_and_read()
    {
        var entry = new JournalEntry(JournalEvent.Collected, Now)
        {
            Request = 17,
            Documents = [new JournalDocument("a \"b\" ü", 42), new JournalDocument("c", ulong.MaxValue, "InvalidDocument")],
            JobId = "j",
            Location = "https://x/y",
            Code = "C",
            Count = 9,
            Part = 2,
            PartLength = long.MaxValue,
            ErrorsLength = 3,
            Holder = "m:1",
        };

        var again = JournalLine.Read(Line(entry).AsSpan()[..^1])!;

        Assert.Equal(entry.Documents, again.Documents);
        Assert.Equal(entry with { Documents = [] }, again with { Documents = [] });
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"event\":\"read\",\"at\":\"2026-01-02T03:04:05Z\"")]
    [InlineData("{\"event\":\"read\",\"at\":\"2026-01-02T03:04:05Z\"}{}")]
    [InlineData("{\"event\":\"read\"}")]
    [InlineData("{\"event\":\"submitting\",\"at\":\"2026-01-02T03:04:05Z\",\"documents\":[[\"a\"]]}")]
    [InlineData("[]")]
    public void A_line_that_is_torn_or_foreign_says_nothing(string line) => Assert.Null(JournalLine.Read(Encoding.UTF8.GetBytes(line)));

    [Fact]
    public void A_request_that_nothing_follows_is_under_way()
    {
        var state = State(Submitting(1, 25));

        Assert.Equal(RequestState.Submitting, state[1]);
        Assert.Equal(new RunCounts(25, 0, 0, 0, 0), state.Counts);
        Assert.Equal(25, state.Counts.Pending);
    }

    [Fact]
    public void Every_end_of_a_request_is_counted()
    {
        var state = State(
            Submitting(1, 25), Entry(JournalEvent.Accepted, 1), Collected(1, failed: 2),
            Submitting(2, 10), Entry(JournalEvent.Refused, 2),
            Submitting(3, 5), Entry(JournalEvent.Unsure, 3),
            Submitting(4, 4), Entry(JournalEvent.Accepted, 4), Entry(JournalEvent.Purged, 4),
            Submitting(5, 3), Entry(JournalEvent.Returned, 5),
            new JournalEntry(JournalEvent.Refused, Now) { Documents = Documents(6) });

        Assert.Equal(new RunCounts(50, 23, 2 + 10 + 6, 5, 4), state.Counts);
        Assert.Equal(0, state.Counts.Pending);
        Assert.Empty(state.Open);
    }

    [Fact]
    public void Documents_that_are_released_are_to_be_sent_again()
    {
        var state = State(
            Submitting(1, 5), Entry(JournalEvent.Unsure, 1), Submitting(2, 4), Entry(JournalEvent.Accepted, 2), Entry(JournalEvent.Purged, 2),
            new JournalEntry(JournalEvent.Read, Now) { Count = 9 }, Entry(JournalEvent.Released, 1), Entry(JournalEvent.Released, 2));

        Assert.Equal(new RunCounts(9, 0, 0, 0, 0), state.Counts);
        Assert.Equal(0, state.Journaled);
    }

    [Fact]
    public void What_does_not_follow_from_a_request_s_state_changes_nothing()
    {
        var state = State(
            Submitting(1, 5), Collected(1, failed: 0), Entry(JournalEvent.Accepted, 7), Entry(JournalEvent.Accepted, 1), Entry(JournalEvent.Unsure, 1),
            Entry(JournalEvent.Accepted, 1), Collected(1, failed: 0), Collected(1, failed: 0));

        Assert.Equal(new RunCounts(5, 5, 0, 0, 0), state.Counts);
    }

    [Fact]
    public void Known_documents_are_those_that_were_sent_or_refused_each_as_often_as_it_was()
    {
        using var file = Journal(
            Submitting(1, new JournalDocument("a", 1), new JournalDocument("b", 2), new JournalDocument("twice", 3)),
            Submitting(2, new JournalDocument("twice", 3), new JournalDocument("back", 4)), Entry(JournalEvent.Returned, 2),
            new JournalEntry(JournalEvent.Refused, Now) { Documents = [new JournalDocument("empty", 0, "EmptyDocument")] });
        var known = KnownDocuments.Read(file.Path, ShardState.Read(file.Path));

        Assert.Equal(4, known.Left);
        Assert.True(known.Take(DocumentKey.OfId("a"), 1));
        Assert.False(known.Take(DocumentKey.OfId("a"), 1));
        Assert.Null(known.Take(DocumentKey.OfId("b"), 9));
        Assert.True(known.Take(DocumentKey.OfId("twice"), 3));
        Assert.False(known.Take(DocumentKey.OfId("twice"), 3));
        Assert.False(known.Take(DocumentKey.OfId("back"), 4));
        Assert.True(known.Take(DocumentKey.OfId("empty"), 77));
        Assert.Equal(1, known.Left);
    }

    private static ShardState State(params JournalEntry[] entries)
    {
        using var file = Journal(entries);
        return ShardState.Read(file.Path);
    }

    private static TemporaryFile Journal(params JournalEntry[] entries) => new([.. entries.SelectMany(Line)], "00000.jsonl");

    private static byte[] Line(JournalEntry entry)
    {
        using var stream = new MemoryStream();
        JournalLine.Write(stream, entry);
        return stream.ToArray();
    }

    private static JournalEntry Entry(JournalEvent what, int request) => new(what, Now) { Request = request };

    private static JournalEntry Submitting(int request, int count) => Submitting(request, Documents(count));

    private static JournalEntry Submitting(int request, params JournalDocument[] documents) => Entry(JournalEvent.Submitting, request) with { Documents = documents };

    private static JournalEntry Collected(int request, int failed) => Entry(JournalEvent.Collected, request) with { Documents = Documents(failed) };

    private static JournalDocument[] Documents(int count) => [.. Enumerable.Range(0, count).Select(i => new JournalDocument($"d{i}", 1))];
}
