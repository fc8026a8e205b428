using System.Globalization;
using System.Text.Json;
using LanguageJobs.Wire;

namespace LanguageJobs.Storage;

/// <summary>
/// Writes results as JSON lines: one line per document of a task, the failed ones included. Every line has every member; what is not known
/// is null. A line without a document id is about a whole task or job: one that failed, or that is not finished.
/// </summary>
/// <param name="stream">What to write to. It stays open; lines are written to it whole, one by one.</param>
/// <param name="unit">The unit of offsets and lengths, where it is known: the service does not repeat it.</param>
internal sealed class DocumentLineWriter(Stream stream, StringIndexType? unit = null) : IDisposable
{
    private static readonly byte[] LineEnd = [(byte)'\n'];

    private readonly Utf8JsonWriter json = new(stream, new JsonWriterOptions { Encoder = InputDocument.Encoder });

    /// <summary>How many lines have been written.</summary>
    public long Count { get; private set; }

    /// <summary>Writes all documents and errors of a job, or of a page of one.</summary>
    public void Write(LanguageJob job)
    {
        foreach (var error in job.Errors)
            WriteLine(job.JobId, error.Task, null, null, DocumentLine.Failed, null, error);
        foreach (var task in job.Tasks)
            Write(task);
    }

    /// <summary>Writes all documents of a task, then its errors.</summary>
    public void Write(LanguageTask task)
    {
        foreach (var document in task.Documents)
            Write(task, document);
        foreach (var error in task.Errors)
            Write(task, error);
    }

    /// <summary>Writes a document of a task.</summary>
    public void Write(LanguageTask task, LanguageDocument document) =>
        WriteLine(task.JobId, task.Identity, task, document.DocumentId, DocumentLine.Succeeded, document, null);

    /// <summary>Writes a document that failed, or what else went wrong in a task.</summary>
    public void Write(LanguageTask task, LanguageJobError error) =>
        WriteLine(task.JobId, task.Identity, task, error.DocumentId, DocumentLine.Failed, null, error);

    /// <summary>Says that a job was not finished when its documents were written.</summary>
    public void WriteUnfinished(LanguageJob job) => WriteLine(job.JobId, null, null, null, DocumentLine.Unfinished, null, null);

    public void Dispose() => json.Dispose();

    private void WriteLine(
        string? jobId, TaskIdentity? identity, LanguageTask? task, string? documentId, string status, LanguageDocument? document, LanguageJobError? error)
    {
        json.WriteStartObject();
        json.WriteString("jobId"u8, jobId);
        json.WriteString("taskName"u8, identity?.Name);
        json.WriteString("taskKind"u8, identity?.Kind);
        json.WriteString("projectName"u8, task?.ProjectName);
        json.WriteString("deploymentName"u8, task?.DeploymentName);
        json.WriteString("modelVersion"u8, task?.ModelVersion);
        json.WriteString("documentId"u8, documentId);
        json.WriteString("status"u8, status);
        WriteClasses(document?.Classes ?? []);
        WriteEntities(document?.Entities ?? []);
        WriteWarnings(document?.Warnings ?? []);
        json.WriteString("redactedText"u8, document?.RedactedText);
        WriteLanguage(document?.DetectedLanguage);
        WriteError(error);
        json.WriteString("stringIndexType"u8, unit?.ToString());
        json.WriteString("additionalProperties"u8, document is null ? null : EntityMembers.AddTo(document)?.ToString());
        json.WriteEndObject();
        json.Flush();
        json.Reset();
        stream.Write(LineEnd, 0, LineEnd.Length);
        Count++;
    }

    private void WriteClasses(LanguageClass[] classes)
    {
        json.WriteStartArray("classes"u8);
        foreach (var item in classes)
        {
            json.WriteStartObject();
            json.WriteString("category"u8, item.Category);
            WriteScore(item.ConfidenceScore);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteEntities(LanguageEntity[] entities)
    {
        json.WriteStartArray("entities"u8);
        foreach (var entity in entities)
        {
            json.WriteStartObject();
            json.WriteString("text"u8, entity.Text);
            json.WriteString("category"u8, entity.Category);
            json.WriteString("subcategory"u8, entity.Subcategory);
            json.WriteNumber("offset"u8, entity.Offset);
            json.WriteNumber("length"u8, entity.Length);
            WriteScore(entity.ConfidenceScore);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteWarnings(LanguageWarning[] warnings)
    {
        json.WriteStartArray("warnings"u8);
        foreach (var warning in warnings)
            WriteMessage(warning.Code, warning.Message);
        json.WriteEndArray();
    }

    private void WriteLanguage(LanguageDetectedLanguage? language)
    {
        json.WritePropertyName("detectedLanguage"u8);
        if (language is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("name"u8, language.Name);
        json.WriteString("iso6391Name"u8, language.Iso6391Name);
        WriteScore(language.ConfidenceScore ?? double.NaN);
        json.WriteBoolean("isLanguageDefaulted"u8, language.IsLanguageDefaulted);
        json.WriteEndObject();
    }

    private void WriteError(LanguageJobError? error)
    {
        json.WritePropertyName("error"u8);
        if (error is null)
            json.WriteNullValue();
        else
            WriteMessage(error.Code, error.Message);
    }

    private void WriteMessage(string? code, string? message)
    {
        json.WriteStartObject();
        json.WriteString("code"u8, code);
        json.WriteString("message"u8, message);
        json.WriteEndObject();
    }

    // .NET Framework's own form of a double has 17 digits: 0.97 would become 0.96999999999999997.
    private void WriteScore(double score)
    {
        json.WritePropertyName("confidenceScore"u8);
        if (double.IsNaN(score) || double.IsInfinity(score))
            json.WriteNullValue();
        else
            json.WriteRawValue(score.ToString("R", CultureInfo.InvariantCulture), skipInputValidation: true);
    }
}
