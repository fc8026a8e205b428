using System.Text.Json;
using LanguageJobs.Emulator.Jobs;
using LanguageJobs.Emulator.Models;
using LanguageJobs.Emulator.Models.Pii;
using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Dialects;

/// <summary>Writes the results of a task, one page of them. Only classes differ between the dialects.</summary>
internal sealed class TaskResultsWriter(
    Utf8JsonWriter writer, JobRequest request, TaskState task, Action<Utf8JsonWriter, TaskState, DocumentOutcome> writeClasses)
{
    private readonly List<DocumentOutcome> page =
        [.. task.Outcome.Documents.Take(request.Page.Slice(task.Outcome.Documents.Count))];

    /// <summary>In the order in which the service was seen to write.</summary>
    public void Write()
    {
        writer.WriteStartObject();
        if (request.ShowStats && task.Status != "cancelled")
            WriteStatistics();
        WriteDocuments();
        WriteErrors();
        WriteOrigin();
        writer.WriteEndObject();
    }

    private void WriteOrigin()
    {
        if (!task.Outcome.Task.Kind.IsCustom())
        {
            writer.WriteString("modelVersion", PiiModel.Version);
            return;
        }
        writer.WriteString("projectName", task.Outcome.Task.ProjectName);
        writer.WriteString("deploymentName", task.Outcome.Task.DeploymentName);
    }

    /// <summary>In the order of the documentation: statistics last, and always.</summary>
    public void WriteAsDocumented()
    {
        writer.WriteStartObject();
        WriteDocuments();
        WriteErrors();
        WriteStatistics();
        writer.WriteEndObject();
    }

    private void WriteDocuments()
    {
        writer.WriteStartArray("documents");
        foreach (var document in page.Where(document => document.Error is null))
            WriteDocument(document);
        writer.WriteEndArray();
    }

    private void WriteErrors()
    {
        writer.WriteStartArray("errors");
        foreach (var document in page.Where(document => document.Error is not null))
            WriteError(document);
        writer.WriteEndArray();
    }

    // The service counts the page it sends, not the whole task.
    private void WriteStatistics()
    {
        var bad = page.Count(document => document.Error is not null);
        writer.WriteStartObject("statistics");
        writer.WriteNumber("documentsCount", page.Count);
        writer.WriteNumber("validDocumentsCount", page.Count - bad);
        writer.WriteNumber("erroneousDocumentsCount", bad);
        writer.WriteNumber("transactionsCount", page.Where(document => document.Error is null).Sum(document => document.Transactions));
        writer.WriteEndObject();
    }

    // Statistics stand before entities, but after classes.
    private void WriteDocument(DocumentOutcome document)
    {
        writer.WriteStartObject();
        if (document.RedactedText is not null)
            writer.WriteString("redactedText", document.RedactedText);
        writer.WriteString("id", document.Id);
        if (document.Classes is not null)
            writeClasses(writer, task, document);
        if (request.ShowStats)
            WriteStatistics(document);
        if (document.Entities is not null)
            WriteEntities(document.Entities);
        writer.WriteStartArray("warnings");
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteStatistics(DocumentOutcome document)
    {
        writer.WriteStartObject("statistics");
        writer.WriteNumber("charactersCount", document.Characters);
        writer.WriteNumber("transactionsCount", document.Transactions);
        writer.WriteEndObject();
    }

    private void WriteEntities(IReadOnlyList<(EntitySpan Span, string Text)> entities)
    {
        writer.WriteStartArray("entities");
        foreach (var (span, text) in entities)
        {
            writer.WriteStartObject();
            writer.WriteString("text", text);
            writer.WriteString("category", span.Category);
            writer.WriteNumber("offset", span.Start);
            writer.WriteNumber("length", span.Length);
            writer.WriteNumber("confidenceScore", span.Score);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private void WriteError(DocumentOutcome document)
    {
        writer.WriteStartObject();
        writer.WriteString("id", document.Id);
        writer.WriteStartObject("error");
        writer.WriteString("code", "InvalidArgument");
        writer.WriteString("message", Refusals.DocumentMessage(request.Generation));
        writer.WriteStartObject("innererror");
        writer.WriteString("code", document.Error!.InnerCode);
        writer.WriteString("message", document.Error.InnerMessage);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
