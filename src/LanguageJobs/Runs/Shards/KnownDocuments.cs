namespace LanguageJobs.Runs;

/// <summary>
/// The documents that a journal has already, 24 bytes each: hashes in a sorted array, and a mark for those that the input has shown again. An
/// input may have an id, or a whole document, several times; each is taken once.
/// </summary>
internal sealed class KnownDocuments
{
    private readonly ulong[] ids;
    private readonly KnownDocument[] known;

    private KnownDocuments(ulong[] ids, KnownDocument[] known) => (this.ids, this.known) = (ids, known);

    /// <summary>How many the input has not shown again.</summary>
    public long Left => known.LongCount(document => !document.IsTaken);

    /// <summary>Reads them from a journal.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="state">What it adds up to.</param>
    public static KnownDocuments Read(string journal, ShardState state)
    {
        var (ids, known) = (new ulong[state.Journaled], new KnownDocument[state.Journaled]);
        var count = 0;
        foreach (var entry in JournalFile.Entries(journal))
        {
            if (!Counts(entry, state))
                continue;
            foreach (var document in entry.Documents)
            {
                ids[count] = DocumentKey.OfId(document.Id);
                known[count++] = new KnownDocument(document.Content);
            }
        }
        Array.Sort(ids, known);
        return new KnownDocuments(ids, known);
    }

    /// <summary>Takes a document that the input shows.</summary>
    /// <param name="id">The hash of its id.</param>
    /// <param name="content">The hash of its content; null where that cannot be read.</param>
    /// <returns>Whether it is known; null when the id is known alone, with other contents.</returns>
    public bool? Take(ulong id, ulong? content)
    {
        var isChanged = false;
        for (var i = First(id); i < ids.Length && ids[i] == id; i++)
        {
            if (known[i].IsTaken)
                continue;
            if (content is null || known[i].Content == 0 || known[i].Content == content)
            {
                known[i].IsTaken = true;
                return true;
            }
            isChanged = true;
        }
        return isChanged ? null : false;
    }

    private static bool Counts(JournalEntry entry, ShardState state) => entry.Event switch
    {
        JournalEvent.Submitting => state[entry.Request] is not RequestState.Withdrawn,
        JournalEvent.Refused => entry.Request == 0,
        _ => false,
    };

    private int First(ulong id)
    {
        var (low, high) = (0, ids.Length);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (ids[middle] < id)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private struct KnownDocument(ulong content)
    {
        public readonly ulong Content => content;

        public bool IsTaken { get; set; }
    }
}
