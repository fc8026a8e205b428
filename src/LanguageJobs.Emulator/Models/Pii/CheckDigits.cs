namespace LanguageJobs.Emulator.Models.Pii;

/// <summary>Numbers that check themselves.</summary>
internal static class CheckDigits
{
    private const int LongestIban = 34;
    private const int ShortestIban = 15;

    /// <summary>Whether a card number's last digit is right (ISO/IEC 7812, Luhn). Blanks and hyphens do not count.</summary>
    public static bool IsCardNumber(string text)
    {
        int[] digits = [.. text.Where(char.IsAsciiDigit).Select(digit => digit - '0').Reverse()];
        return digits.Length is >= 13 and <= 19 && digits.Select((digit, place) => place % 2 == 0 ? digit : DoubledDigit(digit)).Sum() % 10 == 0;
    }

    /// <summary>Whether the two check digits of an IBAN are right (ISO 13616). Blanks do not count.</summary>
    public static bool IsIban(string text)
    {
        var iban = text.Replace(" ", "");
        return iban.Length is >= ShortestIban and <= LongestIban && (iban[4..] + iban[..4]).Aggregate(0, Append) == 1;
    }

    // The remainder by 97 of the number that digits and letters spell, A being 10.
    private static int Append(int remainder, char c) =>
        char.IsAsciiDigit(c) ? (remainder * 10 + (c - '0')) % 97 : (remainder * 100 + (c - 'A' + 10)) % 97;

    private static int DoubledDigit(int digit) => digit < 5 ? 2 * digit : 2 * digit - 9;
}
