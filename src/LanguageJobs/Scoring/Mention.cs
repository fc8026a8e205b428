using LanguageJobs.Texts;

namespace LanguageJobs.Scoring;

/// <summary>A category and its position in the text. A class of a document is an empty mention at its start.</summary>
internal readonly record struct Mention(string Category, TextSpan Span)
{
    public static Mention OfClass(string category) => new(category, default);

    public bool HasSpanOf(in Mention other) => Span == other.Span;

    public bool HasCategoryOf(in Mention other) => string.Equals(Category, other.Category, StringComparison.Ordinal);

    /// <summary>True when two can be paired: they overlap by a unit at least, or have the same span, which may be empty.</summary>
    public bool Meets(in Mention other) =>
        HasSpanOf(other) || Math.Max(Span.Offset, other.Span.Offset) < Math.Min(Span.End, other.Span.End);

    /// <summary>Text order. Only equal mentions compare as equal.</summary>
    public static int Compare(Mention a, Mention b)
    {
        var order = a.Span.Offset.CompareTo(b.Span.Offset);
        if (order == 0)
            order = a.Span.Length.CompareTo(b.Span.Length);
        return order != 0 ? order : string.CompareOrdinal(a.Category, b.Category);
    }
}
