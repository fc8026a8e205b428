using LanguageJobs.Texts;

namespace LanguageJobs.Labels;

/// <summary>Labels of entities as places in a text.</summary>
internal static class LabelPlaces
{
    /// <summary>The place of an entity.</summary>
    public static TextSpan Span(this LanguageLabel label) => new(label.Offset!.Value, label.Length!.Value);
}
