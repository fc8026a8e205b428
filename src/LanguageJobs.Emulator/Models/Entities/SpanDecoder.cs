using LanguageJobs.Emulator.Models.Learning;

namespace LanguageJobs.Emulator.Models.Entities;

/// <summary>Finds the likeliest sequence of tags that makes whole entities (Viterbi), and how likely each entity is.</summary>
/// <param name="seen">For each token, the score of each tag from what is seen.</param>
/// <param name="afterTag">What a tag's score gains after another tag.</param>
internal sealed class SpanDecoder(double[][] seen, double[,] afterTag)
{
    private readonly double[,] factorAfterTag = Exponentials(afterTag);

    public List<EntitySpan> Decode(Token[] tokens, string[] categories)
    {
        var tags = LikeliestTags();
        var spans = new List<EntitySpan>();
        for (var index = 0; index < tags.Length; index++)
        {
            if (TagSet.IsBegin(tags[index]))
                spans.Add(ReadSpan(tokens, tags, index, categories));
        }
        return spans;
    }

    private int[] LikeliestTags()
    {
        if (seen.Length == 0)
            return [];
        var tagCount = seen[0].Length;
        var best = new double[seen.Length, tagCount];
        var from = new int[seen.Length, tagCount];
        for (var index = 0; index < seen.Length; index++)
            Extend(best, from, index);
        return TraceBack(best, from);
    }

    private void Extend(double[,] best, int[,] from, int index)
    {
        var tagCount = seen[index].Length;
        for (var tag = 0; tag < tagCount; tag++)
            best[index, tag] = double.NegativeInfinity;
        var highest = seen[index].Max();
        var factors = Array.ConvertAll(seen[index], score => Math.Exp(score - highest));
        for (var previous = 0; previous < tagCount; previous++)
        {
            var before = index > 0 ? best[index - 1, previous] : previous == TagSet.Outside ? 0 : double.NegativeInfinity;
            if (double.IsNegativeInfinity(before))
                continue;
            var all = highest + Math.Log(SumAfter(previous, factors));
            for (var tag = 0; tag < tagCount; tag++)
            {
                var total = before + seen[index][tag] + afterTag[previous, tag] - all;
                if (TagSet.MayFollow(previous, tag) && total > best[index, tag])
                    (best[index, tag], from[index, tag]) = (total, previous);
            }
        }
    }

    private double SumAfter(int previous, double[] factors)
    {
        double sum = 0;
        for (var tag = 0; tag < factors.Length; tag++)
            sum += factors[tag] * factorAfterTag[previous, tag];
        return sum;
    }

    private static double[,] Exponentials(double[,] scores)
    {
        var factors = new double[scores.GetLength(0), scores.GetLength(1)];
        for (var previous = 0; previous < factors.GetLength(0); previous++)
        {
            for (var tag = 0; tag < factors.GetLength(1); tag++)
                factors[previous, tag] = Math.Exp(scores[previous, tag]);
        }
        return factors;
    }

    private static int[] TraceBack(double[,] best, int[,] from)
    {
        var tags = new int[best.GetLength(0)];
        var last = tags.Length - 1;
        for (var tag = 1; tag < best.GetLength(1); tag++)
        {
            if (best[last, tag] > best[last, tags[last]])
                tags[last] = tag;
        }
        for (var index = last; index > 0; index--)
            tags[index - 1] = from[index, tags[index]];
        return tags;
    }

    private EntitySpan ReadSpan(Token[] tokens, int[] tags, int first, string[] categories)
    {
        var last = first;
        var likelihood = SharesAfter(first == 0 ? TagSet.Outside : tags[first - 1], first)[tags[first]];
        while (last + 1 < tags.Length && TagSet.IsInside(tags[last + 1]))
        {
            last++;
            likelihood *= SharesAfter(tags[last - 1], last)[tags[last]];
        }
        // That it ends where it ends is part of what is claimed.
        if (last + 1 < tags.Length)
            likelihood *= 1 - SharesAfter(tags[last], last + 1)[TagSet.Inside(TagSet.CategoryOf(tags[last]))];
        var start = tokens[first].Start;
        return new EntitySpan(start, tokens[last].End - start, categories[TagSet.CategoryOf(tags[first])], likelihood);
    }

    private double[] SharesAfter(int previous, int index)
    {
        var scores = (double[])seen[index].Clone();
        for (var tag = 0; tag < scores.Length; tag++)
            scores[tag] += afterTag[previous, tag];
        return Probabilities.Softmax(scores);
    }
}
