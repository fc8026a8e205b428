namespace LanguageJobs;

/// <summary>A document of a run, as the journal has it.</summary>
public sealed class LanguageJobRunDocument
{
    internal LanguageJobRunDocument(string documentId, int shard, LanguageRunState state)
    {
        DocumentId = documentId;
        Shard = shard;
        State = state;
    }

    /// <summary>The id of the document.</summary>
    public string DocumentId { get; }

    /// <summary>The shard that it belongs to, from 0.</summary>
    public int Shard { get; }

    /// <summary>What became of it.</summary>
    public LanguageRunState State { get; }

    /// <summary>The job that it was sent with; null when it was not sent, and when nobody knows.</summary>
    public string? JobId { get; internal set; }

    /// <summary>Why it was refused: the module's error id or the service's code; else null.</summary>
    public string? Code { get; internal set; }

    /// <summary>The document and its state.</summary>
    public override string ToString() => $"{DocumentId} ({State})";
}
