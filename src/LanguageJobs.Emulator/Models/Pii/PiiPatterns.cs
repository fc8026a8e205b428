using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace LanguageJobs.Emulator.Models.Pii;

/// <summary>The forms that the emulator knows, under the service's names of their categories.</summary>
internal static partial class PiiPatterns
{
    public static PiiPattern Email { get; } = new("Email", EmailForm(), _ => true);

    public static PiiPattern Url { get; } = new("URL", UrlForm(), _ => true);

    public static PiiPattern IPAddress { get; } = new("IPAddress", AddressForm(), IsAddress);

    public static PiiPattern Iban { get; } = new("InternationalBankingAccountNumber", IbanForm(), CheckDigits.IsIban);

    public static PiiPattern CardNumber { get; } = new("CreditCardNumber", CardForm(), CheckDigits.IsCardNumber);

    public static PiiPattern PhoneNumber { get; } = new("PhoneNumber", PhoneForm(), IsPhoneNumber);

    [GeneratedRegex(@"(?<![\w.%+-])[\w.%+-]+@(?:[\w-]+\.)+[A-Za-z]{2,}(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex EmailForm();

    // Punctuation at the end belongs to the sentence.
    [GeneratedRegex(@"(?<!\w)(?:https?://|www\.)[^\s<>""']*[^\s<>""'.,;:!?)\]}]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex UrlForm();

    [GeneratedRegex(@"(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})(?![\w:]|\.\d)", RegexOptions.CultureInvariant)]
    private static partial Regex AddressForm();

    [GeneratedRegex(@"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex IbanForm();

    [GeneratedRegex(@"(?<![\w-]|[A-Z]{2}\d{2} )[2-6]\d{3}(?:[ -]?\d){9,15}(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex CardForm();

    // With a country code; with an area code in brackets; or in groups of three, three and four, or three and four.
    [GeneratedRegex(
        @"(?<![\w+-]|\d )(?:\+\d{1,3}(?:[ .\-/]?\(?\d{1,4}\)?){2,5}|\(0?\d{2,5}\)[ .\-/]?\d{3,4}(?:[ .\-/]?\d{2,4}){0,2}|(?:\d{3}[ .-])?\d{3}[ .-]\d{4}|0\d{2,4}[ /-]\d{3,4}(?:[ -]?\d{2,4})?)(?![\w-])",
        RegexOptions.CultureInvariant)]
    private static partial Regex PhoneForm();

    private static bool IsAddress(string text) => System.Net.IPAddress.TryParse(text, out var address)
        && (address.AddressFamily == AddressFamily.InterNetworkV6 ? text.Any(char.IsAsciiHexDigit) : text.Split('.').All(part => part.Length == 1 || part[0] != '0'));

    private static bool IsPhoneNumber(string text) => text.Count(char.IsAsciiDigit) is >= 7 and <= 15;
}
