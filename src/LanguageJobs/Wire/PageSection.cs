namespace LanguageJobs.Wire;

/// <summary>A part of a page that differs from page to page: a list, or a number that counts what stands on the page.</summary>
internal sealed class PageSection
{
    private PageSection(TextRange range, TextRange[] items, bool isDistinct)
    {
        Range = range;
        Items = items;
        IsDistinct = isDistinct;
    }

    /// <summary>Where it stands, a list with its brackets.</summary>
    public TextRange Range { get; }

    /// <summary>Where the items of a list stand.</summary>
    public TextRange[] Items { get; }

    /// <summary>True for a list of which an item that stands on several pages counts once.</summary>
    public bool IsDistinct { get; }

    /// <summary>The number; null for a list.</summary>
    public long? Number { get; private init; }

    /// <summary>Reads the list that comes next; null, and past it, where something else stands.</summary>
    public static PageSection? ReadList(ref WireReader reader, bool isDistinct)
    {
        var items = new List<TextRange>();
        var start = reader.NextStart();
        if (!reader.EnterArray())
            return null;
        while (reader.NextElement())
        {
            var item = reader.NextStart();
            reader.Skip();
            items.Add(new TextRange(item, reader.Position));
        }
        return new PageSection(new TextRange(start, reader.Position), [.. items], isDistinct);
    }

    /// <summary>Reads the number that comes next.</summary>
    public static PageSection ReadNumber(ref WireReader reader)
    {
        var start = reader.NextStart();
        var number = reader.Int64();
        return new PageSection(new TextRange(start, reader.Position), [], isDistinct: false) { Number = number };
    }
}
