using System.Collections;

namespace LanguageJobs.Labels;

/// <summary>Entities of a document that have units of its text in common.</summary>
internal static class Overlaps
{
    /// <summary>
    /// How many entities begin before one that precedes them has ended, which is how many a reader drops that allows none.
    /// </summary>
    /// <param name="labels">Entities in the order of the text, or classes.</param>
    public static int Count(IReadOnlyList<LanguageLabel> labels)
    {
        var (count, end) = (0, 0);
        foreach (var label in labels)
        {
            if (label.Offset is not { } offset)
                continue;
            if (offset < end)
                count++;
            else
                end = offset + label.Length!.Value;
        }
        return count;
    }

    /// <summary>The entities without those that overlap longer ones or, of the same length, earlier ones; in their order.</summary>
    public static List<LanguageLabel> Remove(IReadOnlyList<LanguageLabel> entities, int textLength)
    {
        if (Count(entities) == 0)
            return [.. entities];
        var taken = new BitArray(textLength);
        var kept = new HashSet<LanguageLabel>();
        foreach (var label in entities.OrderByDescending(label => label.Length))
        {
            var (start, end) = (label.Offset!.Value, label.Offset.Value + label.Length!.Value);
            // What was taken is no shorter, so it cannot lie between the two ends.
            if (taken[start] || taken[end - 1])
                continue;
            kept.Add(label);
            for (var i = start; i < end; i++)
                taken[i] = true;
        }
        return [.. entities.Where(kept.Contains)];
    }
}
