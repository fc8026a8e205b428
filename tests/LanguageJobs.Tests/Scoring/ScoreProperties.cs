using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LanguageJobs.Scoring;

namespace LanguageJobs.Tests.Scoring;

/// <summary>What holds for scores of any labels and results.</summary>
public class ScoreProperties
{
    private static readonly Gen<string> AnyEntity =
        from category in Gen.Elements("A", "B", "C")
        from offset in Gen.Choose(0, 12)
        from length in Gen.Choose(0, 5)
        from confidence in Gen.Elements("0.1", "0.5", "0.9")
        select $"{category} {offset}+{length} @{confidence}";

    private static readonly Gen<string> AnyClass = Gen.Elements("A @0.1", "B @0.5", "C @0.9", "D @0.5");

    private static readonly Arbitrary<Drawn> Cases =
        (from isEntity in Gen.Elements(true, false)
         from documents in Gen.Zip(Side(isEntity), Side(isEntity)).NonEmptyListOf()
         from match in Gen.Elements(isEntity ? Enum.GetValues<LanguageMatch>() : [LanguageMatch.Exact])
         from seed in Gen.Choose(0, 1000)
         select new Drawn(isEntity ? Notation.Entities : Notation.MultiLabel, [.. documents.Select(pair => (pair.Item1, pair.Item2))], match, seed)).ToArbitrary();

    [Property(MaxTest = 300)]
    public Property Order_never_matters() => Prop.ForAll(Cases, drawn =>
    {
        var random = new Random(drawn.Seed);
        string[] Shuffled(string[] items) => [.. items.OrderBy(_ => random.Next())];
        var ids = Enumerable.Range(0, drawn.Documents.Length).OrderBy(_ => random.Next()).ToArray();
        var labels = Notation.Labelled([.. ids.Reverse().Select(i => ($"{i}", string.Join(",", Shuffled(drawn.Documents[i].Labels))))]);
        var results = ids.Select(i => Notation.Document(drawn.Kind, $"{i}", string.Join(",", Shuffled(drawn.Documents[i].Results))));

        return Text(Notation.Score(drawn.Options, labels, [.. results])) == Text(drawn.Scores);
    });

    [Property(MaxTest = 200)]
    public Property Results_that_are_the_labels_have_a_score_of_1() => Prop.ForAll(Cases, drawn =>
        (drawn with { Documents = Array.ConvertAll(drawn.Documents, document => (document.Labels, document.Labels)) }).Scores
            .All(row => row.Support == 0 || (row.Precision, row.Recall, row.F1) == (1, 1, 1)));

    [Property(MaxTest = 300)]
    public Property Swapping_labels_and_results_swaps_precision_and_recall() => Prop.ForAll(Cases, drawn =>
    {
        var swapped = drawn with { Documents = Array.ConvertAll(drawn.Documents, document => (document.Results, document.Labels)) };
        IEnumerable<LanguageScore> Counted(Drawn of) => of.Scores.Where(row => row.Average is null or LanguageAverage.Micro);

        return Counted(drawn).Select(row => (row.Category, row.Precision, row.Recall, row.Missed)).SequenceEqual(
            Counted(swapped).Select(row => (row.Category, row.Recall, row.Precision, row.Spurious)));
    });

    [Property(MaxTest = 300)]
    public Property Every_label_and_every_result_is_counted_once() => Prop.ForAll(Cases, drawn => drawn.Scores
        .Where(row => row.Correct is not null)
        .All(row => row.Support == row.Correct + row.Incorrect + row.Partial + row.Missed));

    [Property(MaxTest = 200)]
    public Property A_partial_match_is_worth_no_less_than_an_exact_one_and_no_more_than_an_overlap() => Prop.ForAll(Cases, drawn =>
    {
        if (drawn.Kind != Notation.Entities)
            return true;
        LanguageScore Micro(LanguageMatch match) => (drawn with { Match = match }).Scores.Row("Micro");
        return Micro(LanguageMatch.Boundary).F1 <= Micro(LanguageMatch.Partial).F1 + 1e-9
            && Micro(LanguageMatch.Exact).Correct <= Micro(LanguageMatch.Boundary).Correct
            && Micro(LanguageMatch.Exact).Correct <= Micro(LanguageMatch.Type).Correct;
    });

    private static Gen<string[]> Side(bool isEntity) => (isEntity ? AnyEntity : AnyClass).ListOf().Select(items => items.Take(6).ToArray());

    private static string Text(IEnumerable<LanguageScore> rows) => string.Join("\n", rows.Select(row =>
        $"{row.Category} {row.Average} {row.Support} {row.TruePositives} {row.FalsePositives} {row.Correct} {row.Incorrect} {row.Partial} {row.Missed} {row.Spurious} {row.Precision:R} {row.Recall:R} {row.F1:R} {row.Accuracy:R}"));

    private sealed record Drawn(string Kind, (string[] Labels, string[] Results)[] Documents, LanguageMatch Match, int Seed)
    {
        public EvaluationOptions Options => new() { Match = Match, Thresholds = [null] };

        public LanguageScore[] Scores => Notation.Score(
            Options,
            Notation.Labelled([.. Documents.Select((document, i) => ($"{i}", string.Join(",", document.Labels)))]),
            [.. Documents.Select((document, i) => Notation.Document(Kind, $"{i}", string.Join(",", document.Results)))]);
    }
}
