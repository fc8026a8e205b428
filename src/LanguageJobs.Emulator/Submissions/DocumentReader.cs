using System.Globalization;
using System.Text.Json.Nodes;
using LanguageJobs.Emulator.Jobs;

namespace LanguageJobs.Emulator.Submissions;

/// <summary>Reads <c>analysisInput</c> and holds it to the service's limits.</summary>
internal static class DocumentReader
{
    public const int MaximumDocuments = 25;
    public const int MaximumTextElements = 125_000;

    public static List<SubmittedDocument> Read(JsonObject body, ApiGeneration generation)
    {
        var documents = body.Object("analysisInput")?.Array("documents");
        if (documents is null or { Count: 0 })
            throw Refusals.NoDocuments(generation);
        if (documents.Count > MaximumDocuments)
            throw Refusals.TooManyDocuments(generation, MaximumDocuments);
        var read = documents.Select(node => ReadDocument(Members.AsObject(node, "documents"), generation)).ToList();
        CheckIds(read, generation);
        CheckTexts(read, generation);
        return read;
    }

    private static SubmittedDocument ReadDocument(JsonObject document, ApiGeneration generation)
    {
        var id = document.Text("id");
        return string.IsNullOrEmpty(id)
            ? throw Refusals.NoId(generation)
            : new SubmittedDocument(id, document.Text("text") ?? "", document.Text("language"));
    }

    private static void CheckIds(List<SubmittedDocument> documents, ApiGeneration generation)
    {
        if (documents.DistinctBy(document => document.Id).Count() < documents.Count)
            throw Refusals.DuplicateIds(generation);
    }

    private static void CheckTexts(List<SubmittedDocument> documents, ApiGeneration generation)
    {
        if (documents.TrueForAll(document => string.IsNullOrWhiteSpace(document.Text)))
            throw Refusals.NoText(generation);
        if (documents.Sum(document => (long)new StringInfo(document.Text).LengthInTextElements) > MaximumTextElements)
            throw Refusals.TooLarge(generation, MaximumTextElements);
    }
}
