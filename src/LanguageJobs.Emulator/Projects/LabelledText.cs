namespace LanguageJobs.Emulator.Projects;

/// <summary>A document of a project: its text and its labels.</summary>
internal sealed record LabelledText(string Text, LabelledDocument Labels)
{
    public bool IsTest => Labels.Dataset.Equals("Test", StringComparison.OrdinalIgnoreCase);

    public string[] Classes => Labels.Classes is { } several
        ? [.. several.Select(label => label.Category)]
        : Labels.Class is { } one ? [one.Category] : [];

    public List<Models.EntitySpan> Entities => [.. (Labels.Entities ?? [])
        .SelectMany(region => region.Labels)
        .Select(label => new Models.EntitySpan(label.Offset, label.Length, label.Category, 1))
        .OrderBy(span => span.Start)];
}
