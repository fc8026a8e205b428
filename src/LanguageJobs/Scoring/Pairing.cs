namespace LanguageJobs.Scoring;

/// <summary>
/// Pairs the mentions of two sides of a document, one to one: first as many correct pairs as possible, then as many pairs as possible, then
/// those with equal spans and categories. The result depends on the mentions alone, not on their order.
/// </summary>
internal static class Pairing
{
    /// <summary>True when a pair counts as found.</summary>
    public static bool IsCorrect(this LanguageMatch match, in Mention left, in Mention right) => match switch
    {
        LanguageMatch.Exact => left == right,
        LanguageMatch.Type => left.HasCategoryOf(right),
        _ => left.HasSpanOf(right),
    };

    /// <summary>The pairs, as places in the two lists.</summary>
    /// <param name="left">One side, in the order of <see cref="Mention.Compare"/>.</param>
    /// <param name="right">The other side, in the same order.</param>
    /// <param name="match">Which pairs are correct.</param>
    public static List<(int Left, int Right)> Pair(List<Mention> left, List<Mention> right, LanguageMatch match)
    {
        var pairs = new List<(int, int)>(Math.Min(left.Count, right.Count));
        for (var (l, r) = (0, 0); l < left.Count && r < right.Count;)
        {
            var cluster = Cluster.At(left, l, right, r);
            if (cluster is { LeftCount: 1, RightCount: 1 })
            {
                if (left[l].Meets(right[r]))
                    pairs.Add((l, r));
            }
            else if (cluster is { LeftCount: > 0, RightCount: > 0 })
            {
                pairs.AddRange(new BestPairs(left, l, cluster.LeftCount, right, r, cluster.RightCount, match).Find());
            }
            l += cluster.LeftCount;
            r += cluster.RightCount;
        }
        return pairs;
    }

    /// <summary>How many mentions of each side form a group of overlaps. Later mentions do not overlap with them.</summary>
    private readonly record struct Cluster(int LeftCount, int RightCount)
    {
        public static Cluster At(List<Mention> left, int l, List<Mention> right, int r)
        {
            var (nextLeft, nextRight) = (l, r);
            var (start, end) = (-1, -1L);
            while (nextLeft < left.Count || nextRight < right.Count)
            {
                var isLeft = nextRight == right.Count || (nextLeft < left.Count && left[nextLeft].Span.Offset <= right[nextRight].Span.Offset);
                var span = isLeft ? left[nextLeft].Span : right[nextRight].Span;
                if (start >= 0 && span.Offset >= end && span.Offset != start)
                    break;
                (start, end) = (span.Offset, Math.Max(end, span.End));
                if (isLeft)
                    nextLeft++;
                else
                    nextRight++;
            }
            return new Cluster(nextLeft - l, nextRight - r);
        }
    }
}
