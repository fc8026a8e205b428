using LanguageJobs.Scoring;
using static LanguageJobs.Tests.Scoring.Notation;

namespace LanguageJobs.Tests.Scoring;

/// <summary>Scores of entities: what seqeval, nervaluate and the definition of SemEval-2013 task 9.1 give for the same spans.</summary>
public class EntityScoreTests
{
    // Labels, results, and correct, incorrect, partial, missed, spurious of the whole under each match.
    public static TheoryData<string, string, string, int[][]> Counts => new()
    {
        { "all found", "Person 0+9, Place 20+4", "Person 0+9, Place 20+4", [[2, 0, 0, 0, 0], [2, 0, 0, 0, 0], [2, 0, 0, 0, 0], [2, 0, 0, 0, 0]] },
        { "nothing to find, something found", "", "Person 0+9", [[0, 0, 0, 0, 1], [0, 0, 0, 0, 1], [0, 0, 0, 0, 1], [0, 0, 0, 0, 1]] },
        { "something to find, nothing found", "Person 0+9", "", [[0, 0, 0, 1, 0], [0, 0, 0, 1, 0], [0, 0, 0, 1, 0], [0, 0, 0, 1, 0]] },
        { "one word short, one word long", "Party 4+9, Party 20+9", "Party 4+5, Party 15+14", [[0, 2, 0, 0, 0], [0, 2, 0, 0, 0], [0, 0, 2, 0, 0], [2, 0, 0, 0, 0]] },
        { "another category", "Person 0+6, Place 9+5", "Place 0+6, Place 9+5", [[1, 1, 0, 0, 0], [2, 0, 0, 0, 0], [2, 0, 0, 0, 0], [1, 1, 0, 0, 0]] },
        { "another category and place", "Group 9+8", "Drug 5+12", [[0, 1, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0, 1, 0, 0], [0, 1, 0, 0, 0]] },
        { "touching is not overlapping", "X 0+3", "X 3+3", [[0, 0, 0, 1, 1], [0, 0, 0, 1, 1], [0, 0, 0, 1, 1], [0, 0, 0, 1, 1]] },
        { "one result over two labels", "Year 0+4, Year 4+4", "Year 0+8", [[0, 1, 0, 1, 0], [0, 1, 0, 1, 0], [0, 0, 1, 1, 0], [1, 0, 0, 1, 0]] },
        { "one of many characters", "Clause 0+150", "Clause 149+6", [[0, 1, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0, 1, 0, 0], [1, 0, 0, 0, 0]] },
        { "found twice", "Person 0+9", "Person 0+9, Person 0+9", [[1, 0, 0, 0, 1], [1, 0, 0, 0, 1], [1, 0, 0, 0, 1], [1, 0, 0, 0, 1]] },
        { "labelled twice", "Person 0+9, Person 0+9", "Person 0+9", [[1, 0, 0, 1, 0], [1, 0, 0, 1, 0], [1, 0, 0, 1, 0], [1, 0, 0, 1, 0]] },
        { "one span in two categories, the right one last", "Person 0+6", "Place 0+6, Person 0+6", [[1, 0, 0, 0, 1], [1, 0, 0, 0, 1], [1, 0, 0, 0, 1], [1, 0, 0, 0, 1]] },
        { "nested", "Org 0+26, Place 14+4", "Place 14+4, Org 0+26", [[2, 0, 0, 0, 0], [2, 0, 0, 0, 0], [2, 0, 0, 0, 0], [2, 0, 0, 0, 0]] },
        { "the second overlap has the category", "Place 0+5, Person 6+6", "Person 0+12", [[0, 1, 0, 1, 0], [0, 1, 0, 1, 0], [0, 0, 1, 1, 0], [1, 0, 0, 1, 0]] },
        { "the second overlap is the same", "Place 0+13, Org 0+21", "Org 0+21", [[1, 0, 0, 1, 0], [1, 0, 0, 1, 0], [1, 0, 0, 1, 0], [1, 0, 0, 1, 0]] },
        { "crosswise", "Org 0+14, Org 8+18", "Place 8+11, Org 0+26", [[0, 2, 0, 0, 0], [0, 2, 0, 0, 0], [0, 0, 2, 0, 0], [1, 1, 0, 0, 0]] },
        { "a correct pair counts more than two others", "A 0+4, B 3+4", "B 3+1, C 6+3", [[0, 2, 0, 0, 0], [0, 2, 0, 0, 0], [0, 0, 2, 0, 0], [1, 0, 0, 1, 1]] },
        { "two crosswise pairs are better than one equal one", "T 0+10, T 7+3", "T 0+10, T 0+3", [[1, 0, 0, 1, 1], [1, 0, 0, 1, 1], [1, 0, 0, 1, 1], [2, 0, 0, 0, 0]] },
        { "empty spans pair when they are equal", "Mark 4+0, Mark 9+0", "Mark 4+0, Mark 8+3", [[1, 0, 0, 1, 1], [1, 0, 0, 1, 1], [1, 0, 0, 1, 1], [1, 0, 0, 1, 1]] },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void Entities_are_counted_as_SemEval_does(string what, string labels, string results, int[][] expected)
    {
        foreach (var match in Enum.GetValues<LanguageMatch>())
        {
            var micro = Score(Entities, labels, results, match).Row("Micro");
            int?[] counts = [micro.Correct, micro.Incorrect, micro.Partial, micro.Missed, micro.Spurious];
            Assert.Equal((what, match, string.Join(" ", expected[(int)match])), (what, match, string.Join(" ", counts)));
        }
    }

    [Fact]
    public void A_categorys_row_looks_at_that_category_alone()
    {
        var rows = Score(Entities, "Place 0+5, Person 6+6", "Person 0+12", LanguageMatch.Type);

        Assert.Equal((1, 0, 0), (rows.Row("Person").Correct, rows.Row("Person").Missed, rows.Row("Person").Spurious));
        Assert.Equal((0, 1, 0), (rows.Row("Place").Correct, rows.Row("Place").Missed, rows.Row("Place").Spurious));
    }

    [Fact]
    public void An_exact_row_has_the_counts_of_a_classification_report()
    {
        // Microsoft's own example: a city taken for a person and a person taken for a city.
        var rows = Score(Entities, "Person 0+9, City 12+4, Person 20+5, Person 30+6, City 40+9", "Person 0+9, Person 12+4, City 20+5, Person 30+6, City 40+9");

        Assert.Equal(["City", "Person", "Micro", "Macro", "Weighted"], rows.Select(row => row.Category ?? $"{row.Average}"));
        var person = rows.Row("Person");
        Assert.Equal((3, 2, 1, 1), (person.Support, person.TruePositives, person.FalsePositives, person.FalseNegatives));
        Assert.Equal((2 / 3.0, 2 / 3.0, 2 / 3.0), (person.Precision, person.Recall, person.F1));
        Assert.Equal((0.5, 0.6, 7 / 12.0, 0.6), (rows.Row("City").F1, rows.Row("Micro").F1, rows.Row("Macro").F1, rows.Row("Weighted").F1), Close);
        Assert.Null(rows.Row("Micro").Accuracy);
        Assert.Equal((5, null, null), (rows.Row("Macro").Support, rows.Row("Macro").TruePositives, rows.Row("Macro").Correct));
    }

    [Fact]
    public void Only_an_exact_row_has_true_positives()
    {
        var micro = Score(Entities, "Party 4+9", "Party 4+5", LanguageMatch.Partial).Row("Micro");

        Assert.Equal((null, null, null), (micro.TruePositives, micro.FalsePositives, micro.FalseNegatives));
        Assert.Equal((0.5, 0.5, 0.5), (micro.Precision, micro.Recall, micro.F1));
    }

    // The example of SemEval-2013 task 9.1, whose precision is .33, .5, .66 and .5.
    [Theory]
    [InlineData(LanguageMatch.Exact, 2, 3, 0, 2 / 6.0)]
    [InlineData(LanguageMatch.Boundary, 3, 2, 0, 3 / 6.0)]
    [InlineData(LanguageMatch.Partial, 3, 0, 2, 4 / 6.0)]
    [InlineData(LanguageMatch.Type, 3, 2, 0, 3 / 6.0)]
    public void The_table_of_SemEval_is_reproduced(LanguageMatch match, int correct, int incorrect, int partial, double precision)
    {
        var labels = Labelled(("1", "Brand 0+7"), ("2", ""), ("3", "Drug 10+8"), ("4", "Group 5+6"), ("5", "Drug 0+7"), ("6", "Drug 2+9"), ("7", "Drug 4+3"));
        string[] results = ["", "Brand 0+7", "Drug 7+11", "Brand 3+10", "Drug 0+7", "Drug 2+9", "Brand 4+3"];

        var micro = Score(new EvaluationOptions { Match = match }, labels, [.. results.Select((found, i) => Document(Entities, $"{i + 1}", found))]).Row("Micro");

        Assert.Equal((correct, incorrect, partial, 1, 1), (micro.Correct, micro.Incorrect, micro.Partial, micro.Missed, micro.Spurious));
        Assert.Equal(precision, micro.Precision, 1e-9);
        Assert.Equal(precision, micro.Recall, 1e-9);
    }

    [Fact]
    public void Categories_compare_case_and_all()
    {
        var rows = Score(Entities, "Person 0+9, person 14+3", "PERSON 0+9, person 14+3");

        Assert.Equal(["PERSON", "Person", "person"], rows.Where(row => row.Category is not null).Select(row => row.Category));
        Assert.Equal(1, rows.Row("person").F1);
        Assert.Equal(0, rows.Row("Person").F1);
    }

    [Fact]
    public void Nothing_labelled_and_nothing_found_is_0_and_has_no_category()
    {
        var rows = Score(new EvaluationOptions(), Labelled(("1", ""), ("2", "")), Document(Entities, "1", ""), Document(Entities, "2", ""));

        Assert.Equal([LanguageAverage.Micro, LanguageAverage.Macro, LanguageAverage.Weighted], rows.Select(row => row.Average));
        Assert.All(rows, row => Assert.Equal((0, 0, 0, 0), (row.Support, row.Precision, row.Recall, row.F1)));
    }

    [Fact]
    public void Each_threshold_has_rows_of_its_own_and_the_categories_that_are_seen_there()
    {
        var options = new EvaluationOptions { Thresholds = [0, 0.5, 0.9] };
        var rows = Score(options, Labelled(("1", "Person 0+4, Place 9+4")), Document(Entities, "1", "Person 0+4 @0.9, Place 9+4 @0.5, Date 20+3 @0.2, Date 30+3"));

        var micro = rows.Where(row => row.Average == LanguageAverage.Micro);
        Assert.Equal([(0, 2, 2, 0), (0.5, 2, 0, 0), (0.9, 1, 0, 1)], micro.Select(row => (row.Threshold, row.TruePositives, row.FalsePositives, row.FalseNegatives)));
        Assert.Equal(["Date", "Person", "Place", "Person", "Place", "Person", "Place"], rows.Where(row => row.Category is not null).Select(row => row.Category));
    }

    // What the service publishes for its own example: counts, and figures to the digits that it prints.
    [Fact]
    public void The_evaluation_that_the_service_publishes_is_reproduced()
    {
        string[] found = ["BorrowerCity", "BorrowerName", "BorrowerState", "Date", "LenderAddress", "LenderCity", "LenderName", "LenderState", "LoanAmountNumbers", "LoanAmountWords"];
        string At(int document, string name, int place, int length) => $"{name} {100 * place + document}+{length}";
        string All(int document) => string.Join(", ", found.Select((name, i) => At(document, name, i, 8)));
        var documents = Enumerable.Range(1, 4).ToArray();
        // Address: three of four found, one of them shortened, and one more that is none. Interest: three of four, one of them shortened.
        var labels = Labelled([.. documents.Select(d => ($"{d}", $"{All(d)}, {At(d, "BorrowerAddress", 20, 34)}, {At(d, "Interest", 30, 2)}"))]);
        var results = documents.Select(d => Document(Entities, $"{d}",
            $"{All(d)}, {At(d, "BorrowerAddress", 20, d == 1 ? 15 : 34)}, {At(d, "Interest", 30, d == 2 ? 1 : 2)}{(d == 3 ? $", {At(d, "BorrowerAddress", 40, 5)}" : "")}"));

        var rows = Score(new EvaluationOptions(), labels, [.. results]);

        var (address, interest, micro, macro) = (rows.Row("BorrowerAddress"), rows.Row("Interest"), rows.Row("Micro"), rows.Row("Macro"));
        Assert.Equal((3, 2, 1, 0.6, 0.75, 0.66666667), (address.TruePositives, address.FalsePositives, address.FalseNegatives, address.Precision, address.Recall, Math.Round(address.F1, 8)));
        Assert.Equal((3, 1, 1, 0.75, 0.75, 0.75), (interest.TruePositives, interest.FalsePositives, interest.FalseNegatives, interest.Precision, interest.Recall, interest.F1));
        Assert.All(found, name => Assert.Equal((4, 1.0), (rows.Row(name).TruePositives, rows.Row(name).F1)));
        Assert.Equal((0.94845361, 0.93877551, 0.95833333), (Math.Round(micro.F1, 8), Math.Round(micro.Precision, 8), Math.Round(micro.Recall, 8)));
        Assert.Equal((0.95138889, 0.94583333, 0.95833333), (Math.Round(macro.F1, 8), Math.Round(macro.Precision, 8), Math.Round(macro.Recall, 8)));
    }

    private static readonly IEqualityComparer<(double, double, double, double)> Close = EqualityComparer<(double, double, double, double)>.Create((a, b) =>
        Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) + Math.Abs(a.Item3 - b.Item3) + Math.Abs(a.Item4 - b.Item4) < 1e-9);
}
