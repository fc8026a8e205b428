using System.Text;
using LanguageJobs.Tests.Hosting;
using LanguageJobs.Texts;

namespace LanguageJobs.Tests.Texts;

public class TextFileTests
{
    public static TheoryData<Encoding> Encodings => new(Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, new UTF8Encoding(false));

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_text_is_read_as_its_byte_order_mark_says_and_keeps_its_line_ends(Encoding encoding)
    {
        using var file = new TemporaryFile([.. encoding.GetPreamble(), .. encoding.GetBytes("Zoë\r\n")]);

        Assert.Equal("Zoë\r\n", TextFile.Read(file.Path));
        Assert.Equal("Zoë\r\n"u8.ToArray(), TextFile.ReadUtf8(file.Path).ToArray());
    }

    [Fact]
    public void What_is_not_text_is_an_error_that_says_why()
    {
        using var latin = new TemporaryFile([0x5A, 0x6F, 0xEB], "latin.txt");
        using var utf16 = new TemporaryFile(Encoding.Unicode.GetBytes("Zoe"), "utf16.txt");

        Assert.Contains("is not UTF-8 text", Assert.Throws<FormatException>(() => TextFile.Read(latin.Path)).Message);
        Assert.Contains("NUL characters", Assert.Throws<FormatException>(() => TextFile.Read(utf16.Path)).Message);
    }
}
