using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LanguageJobs.Scoring;
using LanguageJobs.Texts;

namespace LanguageJobs.Tests.Scoring;

/// <summary>The pairing of every document, held against one found by trying all.</summary>
public class PairingTests
{
    private static readonly Gen<Mention> AnyMention =
        from category in Gen.Elements("A", "B")
        from offset in Gen.Choose(0, 8)
        from length in Gen.Choose(0, 4)
        select new Mention(category, new TextSpan(offset, length));

    private static readonly Gen<List<Mention>> AnySide = AnyMention.ListOf().Select(mentions => Sorted(mentions.Take(5)));

    private static readonly Arbitrary<(List<Mention> Left, List<Mention> Right, LanguageMatch Match)> Cases =
        (from left in AnySide
         from right in AnySide
         from match in Gen.Elements(Enum.GetValues<LanguageMatch>())
         select (left, right, match)).ToArbitrary();

    [Property(MaxTest = 2000)]
    public Property No_other_pairing_has_more_correct_pairs_or_as_many_and_more_pairs() => Prop.ForAll(Cases, drawn =>
    {
        var pairs = Pairing.Pair(drawn.Left, drawn.Right, drawn.Match);

        return Worth(drawn, pairs) == Best(drawn, 0, [], []);
    });

    [Property(MaxTest = 1000)]
    public Property Every_mention_is_in_one_pair_at_most_and_pairs_meet() => Prop.ForAll(Cases, drawn =>
    {
        var pairs = Pairing.Pair(drawn.Left, drawn.Right, drawn.Match);

        return pairs.Select(pair => pair.Left).Distinct().Count() == pairs.Count
            && pairs.Select(pair => pair.Right).Distinct().Count() == pairs.Count
            && pairs.All(pair => drawn.Left[pair.Left].Meets(drawn.Right[pair.Right]));
    });

    [Fact]
    public void Thousands_of_repetitions_pair_at_once()
    {
        var mentions = Enumerable.Range(0, 20_000).Select(i => new Mention(i % 2 == 0 ? "A" : "B", new TextSpan(i % 3, 5))).ToList();

        Assert.Equal(20_000, Pairing.Pair(Sorted(mentions), Sorted(mentions), LanguageMatch.Type).Count);
    }

    private static List<Mention> Sorted(IEnumerable<Mention> mentions) => [.. mentions.Order(Comparer<Mention>.Create(Mention.Compare))];

    private static (int Correct, int Pairs) Worth((List<Mention> Left, List<Mention> Right, LanguageMatch Match) drawn, List<(int Left, int Right)> pairs) =>
        (pairs.Count(pair => drawn.Match.IsCorrect(drawn.Left[pair.Left], drawn.Right[pair.Right])), pairs.Count);

    // Every mention of the left is left alone, or paired with each that is free: all pairings there are.
    private static (int Correct, int Pairs) Best(
        (List<Mention> Left, List<Mention> Right, LanguageMatch Match) drawn, int left, HashSet<int> taken, List<(int, int)> pairs)
    {
        if (left == drawn.Left.Count)
            return Worth(drawn, pairs);
        var best = Best(drawn, left + 1, taken, pairs);
        for (var right = 0; right < drawn.Right.Count; right++)
        {
            if (taken.Contains(right) || !drawn.Left[left].Meets(drawn.Right[right]))
                continue;
            var other = Best(drawn, left + 1, [.. taken, right], [.. pairs, (left, right)]);
            if (other.CompareTo(best) > 0)
                best = other;
        }
        return best;
    }
}
