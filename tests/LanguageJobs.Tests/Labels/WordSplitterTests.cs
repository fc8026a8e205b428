using LanguageJobs.Labels;

namespace LanguageJobs.Tests.Labels;

public class WordSplitterTests
{
    [Theory]
    [InlineData("Ines pays EUR500.", "Ines|pays|EUR500|.")]
    [InlineData("a_b e-mail\r\n\tZoe\u0308", "a_b|e|-|mail|Zoe\u0308")]
    [InlineData("👩‍🚀🎉 x", "👩‍🚀|🎉|x")]
    [InlineData("東京は大きい", "東|京|は|大|き|い")]
    [InlineData("한국 𠮷野", "한국|𠮷|野")]
    [InlineData("a\u00a0b\u2028c\u001fd", "a|b|c|d")]
    [InlineData("a \u0301b", "a|\u0301b")]
    [InlineData("", "")]
    [InlineData(" \r\n ", "")]
    public void A_text_is_split_into_words(string text, string expected) =>
        Assert.Equal(expected, string.Join("|", WordSplitter.In(text).Select(word => text.Substring(word.Offset, word.Length))));
}
