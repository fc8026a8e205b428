using LanguageJobs.Emulator.Faults;
using LanguageJobs.Emulator.Models;
using LanguageJobs.Emulator.Models.Pii;
using LanguageJobs.Emulator.Projects;
using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Jobs;

/// <summary>Does the work of a job: asks each task's project, or the model of its kind, about each document.</summary>
internal sealed class TaskRunner(ProjectStore projects, JobFailures failures)
{
    public TaskOutcome[] Run(Submission submission)
    {
        var jobError = failures.OfJob(submission.DisplayName);
        return [.. submission.Tasks.Select(task => Run(task, submission.Documents, jobError))];
    }

    private TaskOutcome Run(SubmittedTask task, IReadOnlyList<SubmittedDocument> documents, JobError? jobError)
    {
        if (task.Kind.IsCustom() && projects.Objection(task) is { } objection)
            return new TaskOutcome(task, []) { Error = new JobError("InvalidRequest", objection) };
        if ((jobError ?? failures.OfTask(task.Name)) is { } error)
            return new TaskOutcome(task, []) { Error = error };
        Func<string, DocumentOutcome, DocumentOutcome> answer = task.Kind.IsCustom()
            ? (text, outcome) => AskProject(task, projects.Find(task.ProjectName)!, text, outcome)
            : (text, outcome) => FindPersonalData(task, text, outcome);
        return new TaskOutcome(task, [.. documents.Select(document => Run(document, answer))]);
    }

    private DocumentOutcome Run(SubmittedDocument document, Func<string, DocumentOutcome, DocumentOutcome> answer)
    {
        if (string.IsNullOrWhiteSpace(document.Text))
            return Failed(document, "InvalidDocument", "Document text is empty.");
        if (document.Language is { } language && !IsLanguage(language))
            return Failed(document, "UnsupportedLanguageCode", $"Invalid language code '{language}'.");
        if (failures.OfDocument(document.Id) is { } error)
            return new DocumentOutcome(document.Id) { Error = error };
        return answer(document.Text, new DocumentOutcome(document.Id) { Characters = TextUnits.CountTextElements(document.Text) });
    }

    private static DocumentOutcome Failed(SubmittedDocument document, string code, string message) =>
        new(document.Id) { Error = new DocumentError(code, message) };

    private static DocumentOutcome AskProject(SubmittedTask task, Project project, string text, DocumentOutcome outcome)
    {
        if (project.Entities is null)
            return outcome with { Classes = [.. project.Classes!.Classify(text).Select(Round)] };
        var entities = Count(text, project.Entities.Recognize(text), task.StringIndexType);
        // The service lists custom entities category by category, not along the text.
        return outcome with { Entities = [.. entities.OrderBy(entity => Array.IndexOf(project.Categories, entity.Span.Category))] };
    }

    private static DocumentOutcome FindPersonalData(SubmittedTask task, string text, DocumentOutcome outcome)
    {
        var spans = new PiiModel(task.PiiCategories).Recognize(text);
        var entities = Count(text, spans, task.StringIndexType);
        return outcome with { Entities = entities, RedactedText = Redaction.Redact(text, spans, [.. entities.Select(entity => entity.Span)]) };
    }

    private static List<(EntitySpan Span, string Text)> Count(string text, IReadOnlyList<EntitySpan> spans, StringIndexType unit) =>
        [.. TextUnits.Convert(text, spans, unit).Zip(spans, (span, original) => (Round(span), text.Substring(original.Start, original.Length)))];

    // Two decimals are all that the service tells.
    private static EntitySpan Round(EntitySpan span) => span with { Score = Math.Round(span.Score, 2) };

    private static ClassScore Round(ClassScore score) => score with { Score = Math.Round(score.Score, 2) };

    // A language tag, or "auto" where the service is to find out.
    private static bool IsLanguage(string language) =>
        language is "" or "auto" || (language.Length >= 2 && language.Length <= 12 && language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
}
