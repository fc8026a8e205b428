using System.Runtime.CompilerServices;

namespace LanguageJobs.Wire;

/// <summary>
/// A number such as <c>0.97</c> or <c>4711</c>, as the service writes its scores and offsets. So few digits and the power of ten below
/// them are both exact as doubles, so one division gives what a full parser gives (W. D. Clinger, 1990), in a fraction of its time.
/// </summary>
internal static class ShortDecimal
{
    private const int MostBytes = 15;

    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14];

    /// <summary>Reads the JSON number that a text begins with; false for one in any other form: a sign, an exponent, more digits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="digits">The number without its point.</param>
    /// <param name="decimals">How many digits stand behind the point.</param>
    /// <param name="length">How many bytes the number takes.</param>
    [MethodImpl(PerRow.Optimized)]
    public static bool TryRead(ReadOnlySpan<byte> text, out long digits, out int decimals, out int length)
    {
        digits = decimals = 0;
        var whole = 0;
        while (whole < text.Length && IsDigit(text[whole]))
            digits = digits * 10 + (text[whole++] - '0');
        length = whole;
        if (length < text.Length && text[length] == '.')
        {
            length++;
            while (length < text.Length && IsDigit(text[length]))
                digits = digits * 10 + (text[length++] - '0');
            decimals = length - whole - 1;
            if (decimals == 0)
                return false;
        }
        // JSON has neither .5 nor 01.
        var isWhole = whole == 1 || (whole > 1 && text[0] != '0');
        var isEnd = length == text.Length || text[length] is not ((byte)'e' or (byte)'E');
        return isWhole && isEnd && length <= MostBytes;
    }

    /// <summary>The number that was read.</summary>
    public static double Value(long digits, int decimals) => digits / PowersOfTen[decimals];

    [MethodImpl(PerRow.Inlined)]
    private static bool IsDigit(byte b) => (uint)(b - '0') <= 9;
}
