using LanguageJobs.Emulator.Faults;
using LanguageJobs.Emulator.Models;
using LanguageJobs.Emulator.Projects;
using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Jobs;

/// <summary>Does the work of a job: asks each task's project about each document.</summary>
internal sealed class TaskRunner(ProjectStore projects, JobFailures failures)
{
    public TaskOutcome[] Run(Submission submission)
    {
        var jobError = failures.OfJob(submission.DisplayName);
        return [.. submission.Tasks.Select(task => Run(task, submission.Documents, jobError))];
    }

    private TaskOutcome Run(SubmittedTask task, IReadOnlyList<SubmittedDocument> documents, JobError? jobError)
    {
        if (projects.Objection(task) is { } objection)
            return new TaskOutcome(task, []) { Error = new JobError("InvalidRequest", objection) };
        if ((jobError ?? failures.OfTask(task.Name)) is { } error)
            return new TaskOutcome(task, []) { Error = error };
        var project = projects.Find(task.ProjectName)!;
        return new TaskOutcome(task, [.. documents.Select(document => Run(task, project, document))]);
    }

    private DocumentOutcome Run(SubmittedTask task, Project project, SubmittedDocument document)
    {
        if (string.IsNullOrWhiteSpace(document.Text))
            return Failed(document, "InvalidDocument", "Document text is empty.");
        if (document.Language is { } language && !IsLanguage(language))
            return Failed(document, "UnsupportedLanguageCode", $"Invalid language code '{language}'.");
        if (failures.OfDocument(document.Id) is { } error)
            return new DocumentOutcome(document.Id) { Error = error };
        return new DocumentOutcome(document.Id)
        {
            Characters = TextUnits.CountTextElements(document.Text),
            Classes = project.Classes?.Classify(document.Text).Select(Round).ToList(),
            Entities = project.Entities is null ? null : Recognize(project, task, document.Text),
        };
    }

    private static DocumentOutcome Failed(SubmittedDocument document, string code, string message) =>
        new(document.Id) { Error = new DocumentError(code, message) };

    // The service lists entities category by category, not along the text.
    private static List<(EntitySpan Span, string Text)> Recognize(Project project, SubmittedTask task, string text)
    {
        var spans = project.Entities!.Recognize(text);
        var counted = TextUnits.Convert(text, spans, task.StringIndexType);
        return [.. counted.Zip(spans, (span, original) => (Round(span), text.Substring(original.Start, original.Length)))
            .OrderBy(entity => Array.IndexOf(project.Categories, entity.Item1.Category))];
    }

    // Two decimals are all that the service tells.
    private static EntitySpan Round(EntitySpan span) => span with { Score = Math.Round(span.Score, 2) };

    private static ClassScore Round(ClassScore score) => score with { Score = Math.Round(score.Score, 2) };

    // A language tag, or "auto" where the service is to find out.
    private static bool IsLanguage(string language) =>
        language is "" or "auto" || (language.Length >= 2 && language.Length <= 12 && language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
}
