using System.Globalization;
using System.Text;

namespace LanguageJobs.Wire;

/// <summary>
/// Puts the pages of a job together as bytes: the last page as it stands, with the documents and errors of all pages in its lists, and its
/// counted statistics added up. (<c>JobMerge</c> does the same with jobs that were read.)
/// </summary>
internal sealed class PageJoin
{
    private readonly List<byte[]> pages = [];

    /// <summary>Adds the next page, as the service sent it. A byte order mark is left out.</summary>
    public void Add(byte[] page) => pages.Add(page is [0xEF, 0xBB, 0xBF, ..] ? page.AsSpan(3).ToArray() : page);

    /// <summary>The whole job. A single page is the job, byte for byte.</summary>
    /// <exception cref="WireFormatException">An earlier page has what the last one has no place for.</exception>
    public byte[] ToBytes() => pages.Count == 1 ? pages[0] : Join([.. pages.Select(PageSections.Find)]);

    private byte[] Join(IReadOnlyDictionary<string, PageSection>[] sections)
    {
        var (last, places) = (pages[pages.Count - 1], sections[sections.Length - 1]);
        RequirePlaces(sections, places);
        using var joined = new MemoryStream(pages.Sum(page => page.Length));
        var written = 0;
        foreach (var place in places.OrderBy(place => place.Value.Range.Start))
        {
            joined.Write(last, written, place.Value.Range.Start - written);
            if (place.Value.Number is null)
                WriteList(joined, place.Key, place.Value.IsDistinct, sections);
            else
                WriteSum(joined, place.Key, sections);
            written = place.Value.Range.End;
        }
        joined.Write(last, written, last.Length - written);
        return joined.ToArray();
    }

    private void WriteList(Stream joined, string name, bool isDistinct, IReadOnlyDictionary<string, PageSection>[] sections)
    {
        var onEarlierPages = new HashSet<string>(StringComparer.Ordinal);
        var isFirst = true;
        joined.WriteByte((byte)'[');
        foreach (var (page, list) in pages.Zip(sections, (page, found) => (page, found.TryGetValue(name, out var list) ? list.Items : [])))
        {
            // An item that stands on one page twice is meant twice.
            string[] texts = isDistinct ? Array.ConvertAll(list, item => Encoding.UTF8.GetString(page, item.Start, item.Length)) : [];
            for (var i = 0; i < list.Length; i++)
            {
                if (isDistinct && onEarlierPages.Contains(texts[i]))
                    continue;
                if (!isFirst)
                    joined.WriteByte((byte)',');
                isFirst = false;
                joined.Write(page, list[i].Start, list[i].Length);
            }
            onEarlierPages.UnionWith(texts);
        }
        joined.WriteByte((byte)']');
    }

    private static void WriteSum(Stream joined, string name, IReadOnlyDictionary<string, PageSection>[] sections)
    {
        var sum = sections.Sum(page => page.TryGetValue(name, out var section) ? section.Number ?? 0 : 0);
        var digits = Encoding.ASCII.GetBytes(sum.ToString(CultureInfo.InvariantCulture));
        joined.Write(digits, 0, digits.Length);
    }

    // All tasks stand on every page. Where that is not so, nothing may be left out silently.
    private static void RequirePlaces(IReadOnlyDictionary<string, PageSection>[] sections, IReadOnlyDictionary<string, PageSection> places)
    {
        foreach (var section in sections.SelectMany(page => page).Where(section => section.Value.Items.Length > 0))
        {
            if (!places.ContainsKey(section.Key))
                throw new WireFormatException($"The job's pages cannot be joined: an earlier one has {section.Key}, the last one does not.");
        }
    }
}
