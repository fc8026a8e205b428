using System.Text;
using LanguageJobs.Texts;

namespace LanguageJobs.Labels;

/// <summary>
/// Writes words and their tags in IOB2, a file for each document. The two columns are separated by a tab, which spaCy and Doccano read
/// alike, and a line of the text is a sentence.
/// </summary>
/// <param name="writeFile">Writes a file of a name.</param>
/// <param name="losses">Where to count what the format cannot hold.</param>
internal sealed class ConllWriter(Action<string, Action<Stream>> writeFile, LabelLosses losses) : ILabelWriter
{
    private static readonly char[] LineEndCharacters = ['\n', '\r', '\u0085', '\u2028', '\u2029'];

    public void Write(LabelledText document)
    {
        var bytes = Encoding.UTF8.GetBytes(Content(document.Text!, Trimmed(document)));
        writeFile(ConllFileName.Of(document.Id), stream => stream.Write(bytes, 0, bytes.Length));
    }

    public void Finish()
    {
    }

    // A word holds no blank, and has one tag.
    private List<(TextSpan Span, string Category)> Trimmed(LabelledText document)
    {
        var kept = Overlaps.Remove(document.Labels, document.Text!.Length);
        losses.Add(LabelLoss.Overlap, document.Labels.Count - kept.Count);
        List<(TextSpan, string)> entities = [];
        foreach (var label in kept)
        {
            var span = WordSplitter.Trim(document.Text, label.Span());
            losses.Add(LabelLoss.Blank, span == label.Span() ? 0 : 1);
            if (span.Length > 0)
                entities.Add((span, TagName(label.Category!)));
        }
        return entities;
    }

    private string TagName(string category)
    {
        if (!category.Any(WordSplitter.IsBlank))
            return category;
        losses.Add(LabelLoss.Category);
        return string.Concat(category.Select(character => WordSplitter.IsBlank(character) ? '_' : character));
    }

    private string Content(string text, List<(TextSpan Span, string Category)> entities)
    {
        var content = new StringBuilder();
        var (next, last) = (0, 0);
        foreach (var word in Split(WordSplitter.In(text), entities))
        {
            while (next < entities.Count && entities[next].Span.End <= word.Offset)
                next++;
            var entity = next < entities.Count && entities[next].Span.Offset <= word.Offset ? entities[next] : default;
            var isInside = entity.Category is not null && entity.Span.Offset < word.Offset;
            if (content.Length > 0 && !isInside && text.IndexOfAny(LineEndCharacters, last, word.Offset - last) >= 0)
                content.Append('\n');
            content.Append(text, word.Offset, word.Length).Append('\t');
            content.Append(entity.Category is null ? "O" : isInside ? "I-" : "B-").Append(entity.Category).Append('\n');
            last = (int)word.End;
        }
        return content.ToString();
    }

    // Words in which an entity begins or ends become several.
    private IEnumerable<TextSpan> Split(List<TextSpan> words, List<(TextSpan Span, string Category)> entities)
    {
        int[] borders = [.. entities.SelectMany(entity => new[] { entity.Span.Offset, (int)entity.Span.End }).Distinct().OrderBy(border => border)];
        var split = new HashSet<int>();
        var next = 0;
        foreach (var word in words)
        {
            var start = word.Offset;
            for (; next < borders.Length && borders[next] < word.End; next++)
            {
                if (borders[next] <= start)
                    continue;
                split.Add(borders[next]);
                yield return new TextSpan(start, borders[next] - start);
                start = borders[next];
            }
            yield return new TextSpan(start, (int)word.End - start);
        }
        losses.Add(
            LabelLoss.SplitWord, entities.Count(entity => split.Contains(entity.Span.Offset) || split.Contains((int)entity.Span.End)));
    }
}
