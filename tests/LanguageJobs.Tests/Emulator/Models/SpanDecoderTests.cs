using LanguageJobs.Emulator.Models.Entities;

namespace LanguageJobs.Tests.Emulator.Models;

public class SpanDecoderTests
{
    private static readonly double[,] NoPreference = new double[3, 3];

    [Fact]
    public void An_entity_goes_on_only_where_it_has_begun()
    {
        // Every token alone would rather be inside than at the begin; inside without a begin makes no entity.
        double[][] seen = [[0, 1, 3], [0, 1, 3], [5, 0, 0]];
        var tokens = Tokenizer.Tokenize("Bo Ek sings");

        var span = new SpanDecoder(seen, NoPreference).Decode(tokens, ["Person"]).Single();

        Assert.Equal((0, 5, "Person"), (span.Start, span.Length, span.Category));
        Assert.InRange(span.Score, 0.0001, 0.9999);
    }

    [Fact]
    public void A_second_begin_ends_the_entity_before_it()
    {
        double[][] seen = [[0, 9, 0], [0, 9, 0]];

        var spans = new SpanDecoder(seen, NoPreference).Decode(Tokenizer.Tokenize("Anna Bo"), ["Person"]);

        Assert.Equal([(0, 4), (5, 2)], spans.Select(span => (span.Start, span.Length)));
    }

    [Fact]
    public void No_text_has_no_entities() =>
        Assert.Empty(new SpanDecoder([], NoPreference).Decode([], ["Person"]));

    [Theory]
    [InlineData("R650, paid", new[] { "R", "650", ",", "paid" })]
    [InlineData("Vorster's e\u0301t\u00e9", new[] { "Vorster", "'", "s", "e\u0301t\u00e9" })]
    [InlineData("👍 ok", new[] { "👍", "ok" })]
    public void Tokens_are_words_numbers_and_single_signs(string text, string[] expected) =>
        Assert.Equal(expected, Tokenizer.Tokenize(text).Select(token => token.Text));
}
