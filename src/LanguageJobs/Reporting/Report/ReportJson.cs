using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LanguageJobs.Reporting;

/// <summary>Writes a report as the page reads it. What is not known is left out.</summary>
internal sealed class ReportJson(Report report, Utf8JsonWriter json)
{
    // The data is compressed before it stands in the page: nothing in it has to be escaped for HTML. Halves of a surrogate pair become U+FFFD.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Report report, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        new ReportJson(report, json).Write();
    }

    private void Write()
    {
        json.WriteStartObject();
        json.WriteString("title", report.Title);
        json.WriteString("created", Time(report.Created));
        json.WriteString("generator", report.Generator);
        json.WriteBoolean("textExcluded", report.ExcludesText);
        Array("documents", report.Documents, Document);
        Array("errors", report.Errors, Error);
        if (report.Scores is { } scores)
            Array("scores", scores, Score);
        if (report.Confusions is { } confusions)
            Array("confusion", confusions, Confusion);
        if (report.ReferenceJobs is { } referenceJobs)
            Array("referenceJobs", referenceJobs, Job);
        // Last: what stands above may name new ones.
        Array("jobs", report.Jobs, Job);
        Array("tasks", report.Tasks, Task);
        Array("categories", report.Categories, json.WriteStringValue);
        json.WriteEndObject();
    }

    private void Job(ReportJob job)
    {
        json.WriteStartObject();
        String("id", job.Id);
        String("name", job.Name);
        String("status", job.Status);
        if (job.Created is { } created)
            json.WriteString("created", Time(created));
        json.WriteEndObject();
    }

    private void Task((string Kind, string? Name) task)
    {
        json.WriteStartObject();
        json.WriteString("kind", task.Kind);
        String("name", task.Name);
        json.WriteEndObject();
    }

    private void Document(ReportDocument document)
    {
        json.WriteStartObject();
        json.WriteString("id", document.Id);
        Number("job", document.Job);
        String("text", document.Text);
        Array("results", document.Results, result => Result(document, result));
        json.WriteEndObject();
        // A large report does not wait in memory.
        json.Flush();
    }

    private void Result(ReportDocument document, ReportResult result)
    {
        json.WriteStartObject();
        json.WriteNumber("task", result.Task);
        json.WriteStartArray("entities");
        for (var i = 0; i < result.Entities.Length; i++)
            Entity(document, result, i);
        json.WriteEndArray();
        Array("classes", result.Classes, row => Row(row.Category, row.ConfidenceScore));
        Array("warnings", result.Warnings, warning => Problem(warning.Code, warning.Message));
        if (result.Error is { } error)
        {
            json.WritePropertyName("error");
            Problem(error.Code, error.Message);
        }
        if (!report.ExcludesText)
            Raw(result.Document);
        if (result.Mistakes is { } mistakes)
            Array("mistakes", mistakes, mistake => Difference(document, result, mistake));
        if (result.Changes is { } changes)
            Array("changes", changes, change => Difference(document, result, change));
        json.WriteEndObject();
    }

    // What may hold parts of the text.
    private void Raw(LanguageDocument? document)
    {
        String("redactedText", document?.RedactedText);
        if (document?.AdditionalProperties is { Count: > 0 } members)
            Array("members", members, Member);
    }

    private void Member(KeyValuePair<string, string> member)
    {
        json.WriteStartObject();
        json.WriteString("name", member.Key);
        json.WriteString("json", member.Value);
        json.WriteEndObject();
    }

    private void Entity(ReportDocument document, ReportResult result, int index)
    {
        var entity = result.Entities[index];
        var place = result.Places[index];
        json.WriteStartObject();
        RowMembers(entity.Category, entity.ConfidenceScore);
        String("subcategory", entity.Subcategory);
        json.WriteNumber("offset", place?.Offset ?? entity.Offset);
        json.WriteNumber("length", place?.Length ?? entity.Length);
        if (!report.ExcludesText && (place is null || document.Text is null))
            json.WriteString("text", entity.Text);
        json.WriteEndObject();
    }

    private void Difference(ReportDocument document, ReportResult result, LanguageDifference difference)
    {
        json.WriteStartObject();
        json.WriteString("change", difference.Change.ToString());
        var rows = result.Entities.Length > 0 ? (object[])result.Entities : result.Classes;
        if (difference.Difference is { } row && System.Array.IndexOf(rows, row) is >= 0 and var index)
            json.WriteNumber("row", index);
        if (difference.ReferenceCategory is { } category)
        {
            json.WriteStartObject("reference");
            RowMembers(category, ScoreOf(difference.Reference));
            Number("offset", difference.ReferenceOffset);
            Number("length", difference.ReferenceLength);
            if (!report.ExcludesText && difference.Reference is LanguageEntity entity && !IsIn(document.Text, difference, entity.Text))
                json.WriteString("text", entity.Text);
            json.WriteEndObject();
        }
        String("right", difference.RightSide?.ToString());
        json.WriteEndObject();
    }

    private void Score(LanguageScore score)
    {
        json.WriteStartObject();
        json.WriteNumber("task", report.NumberOf(score.TaskKind, score.TaskName));
        if (score.Category is { } category)
            json.WriteNumber("category", report.NumberOf(category));
        String("average", score.Average?.ToString());
        json.WriteNumber("support", score.Support);
        Number("truePositives", score.TruePositives);
        Number("falsePositives", score.FalsePositives);
        Number("falseNegatives", score.FalseNegatives);
        json.WriteNumber("precision", score.Precision);
        json.WriteNumber("recall", score.Recall);
        json.WriteNumber("f1", score.F1);
        if (score.Accuracy is { } accuracy)
            json.WriteNumber("accuracy", accuracy);
        json.WriteEndObject();
    }

    private void Confusion(LanguageConfusion cell)
    {
        json.WriteStartObject();
        var task = report.Scores!.First(score => score.TaskName == cell.TaskName);
        json.WriteNumber("task", report.NumberOf(task.TaskKind, task.TaskName));
        if (cell.Expected is { } expected)
            json.WriteNumber("expected", report.NumberOf(expected));
        if (cell.Predicted is { } predicted)
            json.WriteNumber("predicted", report.NumberOf(predicted));
        json.WriteNumber("count", cell.Count);
        json.WriteEndObject();
    }

    private void Error(LanguageJobError error)
    {
        json.WriteStartObject();
        json.WriteNumber("job", report.NumberOf(new ReportJob(error.JobId)));
        if (error.Scope == LanguageErrorScope.Task)
            json.WriteNumber("task", report.NumberOf(error.TaskKind, error.TaskName));
        String("code", error.Code);
        String("message", error.Message);
        json.WriteEndObject();
    }

    private void Problem(string? code, string? message)
    {
        json.WriteStartObject();
        String("code", code);
        String("message", message);
        json.WriteEndObject();
    }

    private void Row(string category, double score)
    {
        json.WriteStartObject();
        RowMembers(category, score);
        json.WriteEndObject();
    }

    private void RowMembers(string category, double score)
    {
        json.WriteNumber("category", report.NumberOf(category));
        if (!double.IsNaN(score) && !double.IsInfinity(score))
            json.WriteNumber("score", score);
    }

    private void Array<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }

    private void String(string name, string? value)
    {
        if (value is { Length: > 0 })
            json.WriteString(name, value);
    }

    private void Number(string name, int? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
    }

    private static double ScoreOf(object? row) => row switch
    {
        LanguageEntity entity => entity.ConfidenceScore,
        LanguageClass row1 => row1.ConfidenceScore,
        _ => double.NaN,
    };

    private static bool IsIn(string? text, LanguageDifference difference, string part) =>
        text is not null && difference is { ReferenceOffset: >= 0 and var offset, ReferenceLength: >= 0 and var length }
        && (long)offset + length <= text.Length && string.CompareOrdinal(text, offset, part, 0, Math.Max(length, part.Length)) == 0;

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
