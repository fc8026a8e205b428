namespace LanguageJobs.Runs;

/// <summary>
/// What the lines of a journal add up to. It keeps a few bytes for each request, and documents only of those that are under way.
/// The worker that writes the journal and those who only read it have the same arithmetic.
/// </summary>
internal sealed class ShardState
{
    private readonly List<RequestState> requests = [RequestState.Missing];
    private readonly List<ushort> sizes = [0];
    private readonly Dictionary<int, OpenRequest> open = [];
    private long? read;
    private long journaled;
    private RunCounts counts;

    /// <summary>The machine and process that opened the journal last and did not close it; null when there is none.</summary>
    public string? Holder { get; private set; }

    public DateTimeOffset? Started { get; private set; }

    /// <summary>The time of the last line.</summary>
    public DateTimeOffset? Last { get; private set; }

    /// <summary>True when the input has been read to its end, so that the number of documents is final.</summary>
    public bool IsReadToEnd => read is not null;

    public RunCounts Counts => counts with { Documents = read ?? journaled };

    /// <summary>How many documents the journal has, those that are to be sent again left out.</summary>
    public long Journaled => journaled;

    /// <summary>True once the service has taken a request.</summary>
    public bool HasAccepted { get; private set; }

    public int LastRequest => requests.Count - 1;

    /// <summary>The last part of the results; 0 when there is none.</summary>
    public int Part { get; private set; }

    public long PartLength { get; private set; }

    public long ErrorsLength { get; private set; }

    /// <summary>Requests that are under way.</summary>
    public IEnumerable<OpenRequest> Open => open.Values;

    /// <summary>The requests in a state.</summary>
    public IEnumerable<int> In(RequestState state) => Enumerable.Range(1, LastRequest).Where(number => requests[number] == state);

    public RequestState this[int request] => request > 0 && request < requests.Count ? requests[request] : RequestState.Missing;

    /// <summary>Reads a journal; without one nothing has happened yet.</summary>
    /// <exception cref="IOException">The journal cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not read it.</exception>
    public static ShardState Read(string journal)
    {
        var state = new ShardState();
        foreach (var entry in JournalFile.Entries(journal))
            state.Apply(entry);
        return state;
    }

    /// <summary>Takes a line into account.</summary>
    public void Apply(JournalEntry entry)
    {
        Last = entry.At;
        switch (entry.Event)
        {
            case JournalEvent.Opened:
                Holder = entry.Holder;
                Started ??= entry.At;
                break;
            case JournalEvent.Closed:
                Holder = null;
                break;
            case JournalEvent.Read:
                read = entry.Count;
                break;
            case JournalEvent.Submitting:
                Submit(entry);
                break;
            case JournalEvent.Refused when entry.Request == 0:
                counts = counts with { Refused = counts.Refused + entry.Documents.Count };
                journaled += entry.Documents.Count;
                break;
            default:
                End(entry);
                break;
        }
        if (entry.Part > 0)
            (Part, PartLength) = (entry.Part, entry.PartLength);
        ErrorsLength = Math.Max(ErrorsLength, entry.ErrorsLength);
    }

    private void Submit(JournalEntry entry)
    {
        while (LastRequest < entry.Request)
        {
            requests.Add(RequestState.Missing);
            sizes.Add(0);
        }
        requests[entry.Request] = RequestState.Submitting;
        sizes[entry.Request] = (ushort)entry.Documents.Count;
        open[entry.Request] = new OpenRequest(entry.Request, entry.Documents);
        journaled += entry.Documents.Count;
    }

    // What does not follow from the state that a request is in changes nothing.
    private void End(JournalEntry entry)
    {
        var number = entry.Request;
        var size = number < sizes.Count ? sizes[number] : 0;
        switch (entry.Event, this[number])
        {
            case (JournalEvent.Accepted, RequestState.Submitting):
                requests[number] = RequestState.Accepted;
                HasAccepted = true;
                open[number] = open[number] with { JobId = entry.JobId, Location = entry.Location };
                break;
            case (JournalEvent.Collected, RequestState.Accepted):
                Close(number, RequestState.Collected);
                counts = counts with
                {
                    Collected = counts.Collected + size - entry.Documents.Count,
                    Refused = counts.Refused + entry.Documents.Count,
                };
                break;
            case (JournalEvent.Refused, RequestState.Submitting):
                Close(number, RequestState.Refused);
                counts = counts with { Refused = counts.Refused + size };
                break;
            case (JournalEvent.Unsure, RequestState.Submitting):
                Close(number, RequestState.Unsure);
                counts = counts with { Unsure = counts.Unsure + size };
                break;
            case (JournalEvent.Purged, RequestState.Accepted):
                Close(number, RequestState.Purged);
                counts = counts with { Purged = counts.Purged + size };
                break;
            case (JournalEvent.Returned, RequestState.Submitting):
                Withdraw(number, size);
                break;
            case (JournalEvent.Released, RequestState.Unsure):
                Withdraw(number, size);
                counts = counts with { Unsure = counts.Unsure - size };
                break;
            case (JournalEvent.Released, RequestState.Purged):
                Withdraw(number, size);
                counts = counts with { Purged = counts.Purged - size };
                break;
            default:
                break;
        }
    }

    private void Withdraw(int number, int size)
    {
        Close(number, RequestState.Withdrawn);
        journaled -= size;
    }

    private void Close(int number, RequestState state)
    {
        requests[number] = state;
        open.Remove(number);
    }
}
