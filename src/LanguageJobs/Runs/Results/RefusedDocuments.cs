using System.Text.Json;

namespace LanguageJobs.Runs;

/// <summary>The file of a shard that says which documents have no results, and why: JSON lines.</summary>
internal sealed class RefusedDocuments(string path, long length) : IDisposable
{
    private readonly MemoryStream lines = new();
    private AppendedFile? file = length == 0 ? null : new AppendedFile(path, length);

    public long Length => file?.Length ?? 0;

    /// <summary>Appends documents. They are on the disk when it returns.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Append(IReadOnlyList<RefusedDocument> documents)
    {
        if (documents.Count == 0)
            return;
        file ??= new AppendedFile(path, 0);
        lines.SetLength(0);
        foreach (var document in documents)
            Write(document);
        file.Append(lines);
        file.Flush();
    }

    public void Dispose() => file?.Dispose();

    private void Write(RefusedDocument document)
    {
        using (var json = new Utf8JsonWriter(lines, TaskText.Options))
        {
            json.WriteStartObject();
            json.WriteString("documentId", document.Id);
            json.WriteString("code", document.Code);
            json.WriteString("message", document.Message);
            json.WriteString("jobId", document.JobId);
            json.WriteString("taskName", document.TaskName);
            json.WriteString("taskKind", document.TaskKind);
            json.WriteEndObject();
        }
        lines.WriteByte((byte)'\n');
    }
}
