using System.Text.RegularExpressions;
using LanguageJobs.Reporting;

namespace LanguageJobs.Tests.Reporting;

/// <summary>What a terminal shows, as snapshots: in colors and without.</summary>
public class HighlightViewTests
{
    private const string Loan = "This loan agreement is made on 4 March 2025 between Harbour Street Credit Union and Lucía Ferrer. Signed in Rotterdam.";

    [Fact]
    public void A_document_at_40_columns() => Assert.Equal(
        [
            "agreement-01",
            "This loan agreement is made on [4 March",
            "2025](Date 0.97) between [Harbour Street",
            "Credit Union](Party 0.91) and [Lucía",
            "Ferrer](Party 0.88). Signed in",
            "[Rotterdam](Place).",
            "Date 1  Party 2  Place 1",
        ],
        Plain(Agreement(), 40));

    [Fact]
    public void A_document_at_80_columns() => Assert.Equal(
        [
            "agreement-01",
            "This loan agreement is made on [4 March 2025](Date 0.97) between [Harbour Street",
            "Credit Union](Party 0.91) and [Lucía Ferrer](Party 0.88). Signed in",
            "[Rotterdam](Place).",
            "Date 1  Party 2  Place 1",
        ],
        Plain(Agreement(), 80));

    [Fact]
    public void A_document_at_200_columns() => Assert.Equal(
        [
            "agreement-01",
            "This loan agreement is made on [4 March 2025](Date 0.97) between [Harbour Street Credit Union](Party 0.91) and [Lucía Ferrer](Party 0.88). Signed in [Rotterdam](Place).",
            "Date 1  Party 2  Place 1",
        ],
        Plain(Agreement(), 200));

    [Fact]
    public void In_colors_each_line_ends_what_it_began() => Assert.Equal(
        [
            "\u001b[1magreement-01\u001b[0m",
            "This loan agreement is made on \u001b[36m[\u001b[0m\u001b[1;36m4 March\u001b[0m",
            "\u001b[1;36m2025\u001b[0m\u001b[36m](Date 0.97)\u001b[0m between \u001b[33m[\u001b[0m\u001b[1;33mHarbour Street\u001b[0m",
            "\u001b[1;33mCredit Union\u001b[0m\u001b[33m](Party 0.91)\u001b[0m and \u001b[33m[\u001b[0m\u001b[1;33mLucía\u001b[0m",
            "\u001b[1;33mFerrer\u001b[0m\u001b[33m](Party 0.88)\u001b[0m. Signed in",
            "\u001b[32m[\u001b[0m\u001b[1;32mRotterdam\u001b[0m\u001b[32m](Place)\u001b[0m.",
            "\u001b[1;36mDate\u001b[0m 1  \u001b[1;33mParty\u001b[0m 2  \u001b[1;32mPlace\u001b[0m 1",
        ],
        Lines(Agreement(), 40, isColored: true));

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public void Without_its_colors_a_line_is_the_plain_one_and_none_is_too_wide(int width)
    {
        foreach (var highlight in new[] { Agreement(), ManyScripts(), Classified() })
        {
            var plain = Plain(highlight, width);
            Assert.Equal(plain, Lines(highlight, width, isColored: true).Select(line => Regex.Replace(line, "\u001b\\[[0-9;]*m", "")));
            Assert.All(plain, line => Assert.True(DisplayWidth.Of(line) <= width, line));
        }
    }

    [Fact]
    public void Every_script_wraps_by_its_width() => Assert.Equal(
        [
            "many-scripts",
            "契約は[2025年3月4日](Date 0.92)に👩‍👩‍👧",
            "[東京](Place 0.51)で結ばれました。",
            "สัญญานี้ลงนามที่[กรุงเทพฯ](Place 0.77)",
            "بين [مصرف الميناء](Party 0.82) و ليلى.",
            "Date 1  Place 2  Party 1",
        ],
        Plain(ManyScripts(), 40));

    [Theory]
    [InlineData(80)]
    [InlineData(200)]
    public void Every_script_has_a_line_where_there_is_room(int width) => Assert.Equal(
        [
            "many-scripts",
            "契約は[2025年3月4日](Date 0.92)に👩‍👩‍👧[東京](Place 0.51)で結ばれました。",
            "สัญญานี้ลงนามที่[กรุงเทพฯ](Place 0.77)",
            "بين [مصرف الميناء](Party 0.82) و ليلى.",
            "Date 1  Place 2  Party 1",
        ],
        Plain(ManyScripts(), width));

    [Fact]
    public void Every_script_has_its_colors() => Assert.Equal(
        [
            "\u001b[1mmany-scripts\u001b[0m",
            "契約は\u001b[36m[\u001b[0m\u001b[1;36m2025年3月4日\u001b[0m\u001b[36m](Date 0.92)\u001b[0mに👩‍👩‍👧",
            "\u001b[33m[\u001b[0m\u001b[1;33m東京\u001b[0m\u001b[33m](Place 0.51)\u001b[0mで結ばれました。",
            "สัญญานี้ลงนามที่\u001b[33m[\u001b[0m\u001b[1;33mกรุงเทพฯ\u001b[0m\u001b[33m](Place 0.77)\u001b[0m",
            "بين \u001b[32m[\u001b[0m\u001b[1;32mمصرف الميناء\u001b[0m\u001b[32m](Party 0.82)\u001b[0m و ليلى.",
            "\u001b[1;36mDate\u001b[0m 1  \u001b[1;33mPlace\u001b[0m 2  \u001b[1;32mParty\u001b[0m 1",
        ],
        Lines(ManyScripts(), 40, isColored: true));

    [Fact]
    public void Overlapping_entities_can_be_told_apart()
    {
        const string text = "The Bank of the City of New York, New York branch, lends USD 12,500.";
        LanguageEntity Found(string part, string category) => Entity(part, category, text.IndexOf(part), double.NaN);
        var highlight = new LanguageHighlight
        {
            DocumentId = "overlaps",
            Text = text,
            Entities =
            [
                Found("Bank of the City of New York", "Party"), Found("City of New York", "Place"), Found("New York, New York", "Place"),
                Found("USD 12,500", "Amount"), Found("12,500", "Number"),
            ],
        };

        Assert.Equal(
            [
                "overlaps",
                "The [¹Bank of the [²City of [³New",
                "York]²(Place)]¹(Party), New York]³(Place)",
                "branch, lends [USD [12,500](Number)](Amount).",
                "Party 1  Place 2  Amount 1  Number 1",
            ],
            Plain(highlight, 45));
    }

    [Fact]
    public void Classes_are_bars() => Assert.Equal(
        [
            "ticket-1041",
            "Billing         0.93 ███████████████████░",
            "Access 契約     0.05 █░░░░░░░░░░░░░░░░░░░",
            "Delivery abroad",
        ],
        Plain(Classified(), 80));

    [Fact]
    public void Bars_are_left_out_where_there_is_no_room() => Assert.Equal(
        ["ticket-1041", "Billing 0.93", "Access 契約 0.05", "Delivery abroad"], Plain(Classified(), 20));

    [Fact]
    public void Entities_that_stand_nowhere_are_listed()
    {
        var highlight = new LanguageHighlight { DocumentId = "a", Text = "Something else.", Unplaced = [Entity("Jon Beck", "Party", 3, 0.9)] };

        Assert.Equal(["a", "Something else.", "Not in this text where the job found it:", "  [Jon Beck](Party 0.90)"], Plain(highlight, 80));
    }

    [Fact]
    public void Without_a_text_the_entities_are_listed()
    {
        var highlight = new LanguageHighlight { DocumentId = "a", Unplaced = [Entity("Jon Beck", "Party", 3, 0.9)] };

        Assert.Equal(["a", "The text was not given. Found in it:", "  [Jon Beck](Party 0.90)"], Plain(highlight, 80));
    }

    [Fact]
    public void A_document_cannot_send_sequences_to_the_terminal()
    {
        const string text = "\u001b]0;owned\u0007 \u009b2J \u001b[31mred \u202eevil";
        var highlight = new LanguageHighlight
        {
            DocumentId = "\u001b[2Jid",
            Text = text,
            Entities = [Entity("red", "\u001b[31mC", text.IndexOf("red"), 0.5)],
            Classes = [new LanguageClass(Identity()) { Category = "\u001b[31mC", ConfidenceScore = 1 }],
            Unplaced = [Entity("\u001b[2J", "C", 0, 0.5)],
        };

        Assert.All(Plain(highlight, 80), line => Assert.DoesNotContain(line, char.IsControl));
        Assert.All(Lines(highlight, 80, isColored: true), line => Assert.DoesNotContain(Regex.Replace(line, "\u001b\\[[0-9;]*m", ""), char.IsControl));
        Assert.DoesNotContain(Lines(highlight, 80, isColored: true), line => line.Contains("\u001b[31m") || line.Contains('\u202e'));
    }

    private static LanguageHighlight Agreement() => new()
    {
        DocumentId = "agreement-01",
        Text = Loan,
        Entities =
        [
            Entity("4 March 2025", "Date", Loan.IndexOf("4 March"), 0.97), Entity("Harbour Street Credit Union", "Party", Loan.IndexOf("Harbour"), 0.91),
            Entity("Lucía Ferrer", "Party", Loan.IndexOf("Lucía"), 0.88), Entity("Rotterdam", "Place", Loan.IndexOf("Rotterdam"), double.NaN),
        ],
    };

    private static LanguageHighlight ManyScripts()
    {
        const string text = "契約は2025年3月4日に👩‍👩‍👧東京で結ばれました。\r\nสัญญานี้ลงนามที่กรุงเทพฯ\r\nبين مصرف الميناء و ليلى.\r\n";
        return new LanguageHighlight
        {
            DocumentId = "many-scripts",
            Text = text,
            Entities =
            [
                Entity("2025年3月4日", "Date", text.IndexOf("2025", StringComparison.Ordinal), 0.92), Entity("東京", "Place", text.IndexOf("東京", StringComparison.Ordinal), 0.51),
                Entity("กรุงเทพฯ", "Place", text.IndexOf("กรุง", StringComparison.Ordinal), 0.77), Entity("مصرف الميناء", "Party", text.IndexOf("مصرف", StringComparison.Ordinal), 0.82),
            ],
        };
    }

    private static LanguageHighlight Classified() => new()
    {
        DocumentId = "ticket-1041",
        Classes =
        [
            new LanguageClass(Identity()) { Category = "Billing", ConfidenceScore = 0.93 }, new LanguageClass(Identity()) { Category = "Access 契約", ConfidenceScore = 0.05 },
            new LanguageClass(Identity()) { Category = "Delivery abroad" },
        ],
    };

    private static LanguageEntity Entity(string text, string category, int offset, double score) =>
        new(Identity()) { Text = text, Category = category, Offset = offset, Length = text.Length, ConfidenceScore = score };

    private static DocumentIdentity Identity() => new(new TaskIdentity(new JobIdentity()));

    private static string[] Plain(LanguageHighlight highlight, int width) => Lines(highlight, width, isColored: false);

    private static string[] Lines(LanguageHighlight highlight, int width, bool isColored) => [.. new HighlightView(highlight, new CategoryColors(), width, isColored).Lines()];
}
