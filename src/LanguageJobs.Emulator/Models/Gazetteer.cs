using System.Text.RegularExpressions;

namespace LanguageJobs.Emulator.Models;

/// <summary>Finds the phrases of a list in a text: whole words, in any case, the longest first.</summary>
internal sealed class Gazetteer
{
    private readonly Dictionary<string, string> categories = new(StringComparer.OrdinalIgnoreCase);
    private readonly Regex phrases;

    public Gazetteer(IReadOnlyDictionary<string, IReadOnlyList<string>> phrasesByCategory)
    {
        foreach (var (category, list) in phrasesByCategory)
        {
            foreach (var phrase in list)
                categories.TryAdd(phrase, category);
        }
        var alternatives = categories.Keys.OrderByDescending(phrase => phrase.Length).Select(Regex.Escape);
        phrases = new Regex($@"(?<!\w)(?:{string.Join('|', alternatives)})(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    public IEnumerable<EntitySpan> Find(string text) => categories.Count == 0
        ? []
        : phrases.Matches(text).Select(match => new EntitySpan(match.Index, match.Length, categories[match.Value], 1));
}
