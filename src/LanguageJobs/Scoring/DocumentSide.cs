using LanguageJobs.Labels;
using LanguageJobs.Texts;

namespace LanguageJobs.Scoring;

/// <summary>The mentions of one side (a task or the labels) in a document, in text order, and in one unit if the text is known.</summary>
internal sealed class DocumentSide
{
    private DocumentSide(List<MentionRow> rows, int unplaced)
    {
        rows.Sort(MentionRow.Compare);
        Rows = rows;
        Unplaced = unplaced;
    }

    public List<MentionRow> Rows { get; }

    /// <summary>How many mentions do not occur in the text. They keep their original positions.</summary>
    public int Unplaced { get; }

    /// <summary>The entities or classes of a task.</summary>
    /// <param name="document">What the task found.</param>
    /// <param name="text">The document's text; null when it is not known.</param>
    public static DocumentSide Of(LanguageDocument document, DocumentText? text)
    {
        if (document.Entities.Length == 0)
            return Of(document.Classes);
        var places = document.Entities.Select(entity => new TextSpan(entity.Offset, entity.Length));
        var (spans, unplaced) = (places.ToArray(), 0);
        if (text is not null)
        {
            var found = text.Place([.. document.Entities.Select((entity, i) => new TextMention(entity.Text, spans[i]))]).Spans;
            unplaced = Replace(spans, found);
        }
        return new DocumentSide([.. document.Entities.Select((entity, i) => new MentionRow(new Mention(entity.Category, spans[i]), entity.ConfidenceScore, entity))], unplaced);
    }

    /// <summary>The labels of a document.</summary>
    public static DocumentSide Of(LabelledDocument document, DocumentText? text)
    {
        if (!document.Labels.Any(label => label.Offset is not null))
            return Of(document.Labels);
        var spans = document.Labels.Select(label => new TextSpan(label.Offset!.Value, label.Length!.Value)).ToArray();
        var unplaced = text is null ? 0 : Replace(spans, Array.ConvertAll(spans, span => text.FromTextOfLength(span, document.TextLength)));
        return new DocumentSide([.. document.Labels.Select((label, i) => new MentionRow(new Mention(label.Category!, spans[i]), double.NaN, label))], unplaced);
    }

    /// <summary>The mentions with a sufficient confidence, in text order.</summary>
    public List<Mention> Mentions(double? threshold = null)
    {
        var mentions = new List<Mention>(Rows.Count);
        foreach (var row in Rows)
        {
            if (row.Passes(threshold))
                mentions.Add(row.Mention);
        }
        return mentions;
    }

    private static int Replace(TextSpan[] spans, TextSpan?[] found)
    {
        var unplaced = 0;
        for (var i = 0; i < spans.Length; i++)
        {
            if (found[i] is { } span)
                spans[i] = span;
            else
                unplaced++;
        }
        return unplaced;
    }

    // The classes of a document are a set.
    private static DocumentSide Of(IEnumerable<LanguageClass> classes) => new(
        [.. classes.Where(row => row.Category.Length > 0).GroupBy(row => row.Category, StringComparer.Ordinal)
            .Select(same => same.OrderByDescending(row => row.ConfidenceScore).First())
            .Select(row => new MentionRow(Mention.OfClass(row.Category), row.ConfidenceScore, row))],
        0);

    private static DocumentSide Of(IEnumerable<LanguageLabel> classes) => new(
        [.. classes.GroupBy(label => label.Category, StringComparer.Ordinal).Select(same => new MentionRow(Mention.OfClass(same.Key!), double.NaN, same.First()))],
        0);
}
