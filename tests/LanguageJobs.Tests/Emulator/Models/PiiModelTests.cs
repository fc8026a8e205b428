using LanguageJobs.Emulator.Models.Pii;

namespace LanguageJobs.Tests.Emulator.Models;

/// <summary>What the emulator takes for personal data. Numbers are those that standards give as examples, or reserved for documentation.</summary>
public class PiiModelTests
{
    private static string[] Find(string text, params string[] categories) =>
        [.. new PiiModel(categories).Recognize(text).Select(span => $"{span.Category} {text.Substring(span.Start, span.Length)}")];

    [Theory]
    [InlineData("Write to ada.b+news@mail.contoso.co.uk.", "Email ada.b+news@mail.contoso.co.uk")]
    [InlineData("See https://contoso.com/a?b=c#d, please", "URL https://contoso.com/a?b=c#d")]
    [InlineData("(www.contoso.com/x)", "URL www.contoso.com/x")]
    [InlineData("Host 192.0.2.7 is down", "IPAddress 192.0.2.7")]
    [InlineData("Host 2001:db8::8a2e:370:7334 is down", "IPAddress 2001:db8::8a2e:370:7334")]
    [InlineData("IBAN DE89 3704 0044 0532 0130 00.", "InternationalBankingAccountNumber DE89 3704 0044 0532 0130 00")]
    [InlineData("IBAN GB82WEST12345698765432", "InternationalBankingAccountNumber GB82WEST12345698765432")]
    [InlineData("IBAN NO93 8601 1117 947", "InternationalBankingAccountNumber NO93 8601 1117 947")]
    [InlineData("Card 4111 1111 1111 1111", "CreditCardNumber 4111 1111 1111 1111")]
    [InlineData("Card 3782-822463-10005!", "CreditCardNumber 3782-822463-10005")]
    [InlineData("Card 5555555555554444", "CreditCardNumber 5555555555554444")]
    [InlineData("Call +1 (206) 555-0199 now", "PhoneNumber +1 (206) 555-0199")]
    [InlineData("Call 206-555-0199 now", "PhoneNumber 206-555-0199")]
    [InlineData("Call 555-0199.", "PhoneNumber 555-0199")]
    [InlineData("Call (030) 23125 111", "PhoneNumber (030) 23125 111")]
    [InlineData("Call +442079460123,", "PhoneNumber +442079460123")]
    public void What_has_the_form_is_found(string text, string expected) => Assert.Equal([expected], Find(text));

    [Theory]
    [InlineData("ada at contoso.com, @contoso, ada@localhost")]
    [InlineData("Host 192.0.2.300, version 1.2.3, at 12:30:45, std::string")]
    [InlineData("IBAN DE89 3704 0044 0532 0130 01")]
    [InlineData("Card 4111 1111 1111 1112 or 1234 5678 9012 3456")]
    [InlineData("On 2025-11-05 EUR 12,500 for 1.234.567 of 4711-0815 in 24 months")]
    public void What_only_looks_like_it_is_not(string text) => Assert.Empty(Find(text));

    [Fact]
    public void An_address_within_another_is_a_part_of_it() =>
        Assert.Equal(["URL http://192.0.2.7/home"], Find("http://192.0.2.7/home"));

    [Fact]
    public void Entities_come_along_the_text() => Assert.Equal(
        ["PhoneNumber 555-0199", "Email a@b.io", "IPAddress 192.0.2.7"],
        Find("555-0199, a@b.io, 192.0.2.7"));

    [Theory]
    [InlineData("email", "Email a@b.io")]
    [InlineData("PhoneNumber", "PhoneNumber 555-0199")]
    [InlineData("Person", null)]
    public void Only_the_categories_that_were_asked_for_are_found(string category, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], Find("555-0199, a@b.io", category));
}
