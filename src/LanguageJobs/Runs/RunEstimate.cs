using System.Globalization;
using LanguageJobs.Service;

namespace LanguageJobs.Runs;

/// <summary>What a run would send, without sending it.</summary>
/// <param name="Documents">The documents that the journals do not have yet.</param>
/// <param name="Requests">The requests that they fill.</param>
/// <param name="Records">What the service counts them as: every 1,000 text elements of a document, begun or full, for each task.</param>
internal sealed record RunEstimate(long Documents, long Requests, long Records)
{
    private const int ElementsOfRecord = 1000;

    /// <exception cref="IOException">The input or a journal cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The input or a journal may not be read.</exception>
    public static RunEstimate Of(RunSettings settings, IReadOnlyList<int> shards, CancellationToken cancellation)
    {
        var lanes = shards.ToDictionary(shard => shard, shard => (Packer: new DocumentPacker(), Known: Known(settings.Folder, shard)));
        var estimate = new RunEstimate(0, 0, 0);
        foreach (var document in settings.Input.Documents(_ => { }))
        {
            cancellation.ThrowIfCancellationRequested();
            if (lanes.TryGetValue(DocumentKey.Shard(document.Id, settings.Plan.Shards), out var lane))
                estimate = estimate.With(document, lane.Packer, lane.Known, settings);
        }
        return estimate with { Requests = estimate.Requests + lanes.Values.Count(lane => lane.Packer.TakeAll().Count > 0) };
    }

    private RunEstimate With(RunDocument document, DocumentPacker packer, KnownDocuments known, RunSettings settings)
    {
        try
        {
            var text = document.ReadText();
            var language = document.Language ?? settings.Plan.Language;
            if (known.Take(DocumentKey.OfId(document.Id), DocumentKey.OfContent(text, language)) != false)
                return this;
            var full = packer.Add(document.Id, 0, text, language);
            var records = (new StringInfo(text).LengthInTextElements + ElementsOfRecord - 1) / ElementsOfRecord;
            return new RunEstimate(Documents + 1, full is null ? Requests : Requests + 1, Records + records * settings.Tasks.Count);
        }
        catch (Exception e) when (e is DocumentRefusedException or IOException or UnauthorizedAccessException)
        {
            // It will not be sent.
            return this;
        }
    }

    private static KnownDocuments Known(RunFolder folder, int shard)
    {
        var journal = folder.Journal(shard);
        return KnownDocuments.Read(journal, ShardState.Read(journal));
    }
}
