using System.Runtime.CompilerServices;

namespace LanguageJobs.Wire;

/// <summary>
/// Reads numbers such as <c>0.97</c>, as the service writes its scores. So few digits and the power of ten below them are both exact as
/// doubles, so one division gives what a full parser gives (W. D. Clinger, 1990), in a fraction of its time.
/// </summary>
internal static class ShortDecimal
{
    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14];

    /// <summary>False for a number in any other form: a sign, an exponent, more digits.</summary>
    [MethodImpl(PerRow.Optimized)]
    public static bool TryParse(ReadOnlySpan<byte> number, out double value)
    {
        value = 0;
        if (number.Length > PowersOfTen.Length)
            return false;
        var digits = 0L;
        var decimals = 0;
        for (var i = 0; i < number.Length; i++)
        {
            if (number[i] is >= (byte)'0' and <= (byte)'9')
                digits = digits * 10 + (number[i] - '0');
            else if (number[i] == '.')
                decimals = number.Length - i - 1;
            else
                return false;
        }
        value = digits / PowersOfTen[decimals];
        return true;
    }
}
