namespace LanguageJobs.Emulator.Models.Pii;

/// <summary>
/// Finds personal data that can be told by its form: what looks like an e-mail address, a URL, an IP address, an IBAN, a card number or a
/// phone number, and has the right check digits where there are some. Names of people need a model, and there is none here.
/// </summary>
/// <param name="categories">The categories to find, in any case; none means all.</param>
internal sealed class PiiModel(IReadOnlyCollection<string> categories) : IEntityModel
{
    /// <summary>The version that results name: one that the service was recorded with.</summary>
    public const string Version = "2021-01-15";

    // What comes first has the right to a place: an address within a URL is a part of the URL.
    private static readonly PiiPattern[] Patterns =
    [
        PiiPatterns.Email, PiiPatterns.Url, PiiPatterns.IPAddress, PiiPatterns.Iban, PiiPatterns.CardNumber, PiiPatterns.PhoneNumber,
    ];

    public IReadOnlyList<EntitySpan> Recognize(string text)
    {
        var found = new List<EntitySpan>();
        foreach (var span in Patterns.SelectMany(pattern => pattern.Find(text)))
        {
            if (!found.Exists(other => span.Start < other.End && other.Start < span.End))
                found.Add(span);
        }
        return [.. found.Where(span => IsWanted(span.Category)).OrderBy(span => span.Start)];
    }

    private bool IsWanted(string category) =>
        categories.Count == 0 || categories.Any(wanted => wanted is "All" or "Default" || wanted.Equals(category, StringComparison.OrdinalIgnoreCase));
}
