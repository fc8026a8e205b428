using System.Text.Json;
using LanguageJobs.Wire;

namespace LanguageJobs.Storage;

/// <summary>One JSON line as it was read: what a task found in a document, or what went wrong.</summary>
internal sealed class DocumentLine
{
    /// <summary>The status of a document that has results.</summary>
    public const string Succeeded = nameof(Succeeded);

    /// <summary>The status of a document, or of a task or job without a document id, that has an error.</summary>
    public const string Failed = nameof(Failed);

    /// <summary>The status of a job that was not finished.</summary>
    public const string Unfinished = nameof(Unfinished);

    private DocumentLine()
    {
    }

    public string JobId { get; private set; } = "";

    /// <summary>The document with its results. It belongs to no task yet.</summary>
    public LanguageDocument Document { get; } = new(new DocumentIdentity(new TaskIdentity(new JobIdentity())));

    public string? TaskName { get; private set; }

    public string? TaskKind { get; private set; }

    public string? ProjectName { get; private set; }

    public string? DeploymentName { get; private set; }

    public string? ModelVersion { get; private set; }

    public string? Status { get; private set; }

    /// <summary>What went wrong, where something did.</summary>
    public ErrorBody? Error { get; private set; }

    /// <exception cref="WireFormatException">The line is not JSON, or not about a document of a job.</exception>
    public static DocumentLine Read(ReadOnlySpan<byte> utf8, StringPool words, DocumentBody body)
    {
        var line = new DocumentLine();
        var reader = new WireReader(utf8, words);
        try
        {
            line.Read(ref reader, body);
            reader.End();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw reader.Explain(e);
        }
        return line.JobId.Length > 0 ? line : throw new WireFormatException("The line is not about a document of a job: it has no jobId.");
    }

    private void Read(ref WireReader reader, DocumentBody body)
    {
        string? others = null;
        if (!reader.EnterObject())
            return;
        while (reader.NextMember())
        {
            if (reader.Is("jobId"u8)) JobId = reader.Word() ?? "";
            else if (reader.Is("taskName"u8)) TaskName = reader.Word();
            else if (reader.Is("taskKind"u8)) TaskKind = reader.Word();
            else if (reader.Is("projectName"u8)) ProjectName = reader.Word();
            else if (reader.Is("deploymentName"u8)) DeploymentName = reader.Word();
            else if (reader.Is("modelVersion"u8)) ModelVersion = reader.Word();
            else if (reader.Is("documentId"u8)) Document.Identity.DocumentId = reader.Word();
            else if (reader.Is("status"u8)) Status = reader.Word();
            else if (reader.Is("error"u8)) Error = reader.Peek() == JsonTokenType.Null ? Nothing(ref reader) : ErrorBody.Read(ref reader);
            else if (reader.Is("additionalProperties"u8)) others = reader.Text();
            else if (!body.TryReadResult(ref reader, Document)) reader.Skip();
        }
        // The last of all: it may hold what belongs to entities.
        if (others is not null)
            EntityMembers.Set(Document, others);
    }

    private static ErrorBody? Nothing(ref WireReader reader)
    {
        reader.Skip();
        return null;
    }
}
