using System.Text.RegularExpressions;

namespace LanguageJobs.Emulator.Models.Pii;

/// <summary>A form that personal data of a category has.</summary>
/// <param name="Category">The service's name for it.</param>
/// <param name="Form">What it looks like.</param>
/// <param name="IsReal">Whether what looks like it is it.</param>
internal sealed record PiiPattern(string Category, Regex Form, Func<string, bool> IsReal)
{
    // The score that the service was recorded to give to what it knows by its form.
    private const double Score = 0.8;

    public IEnumerable<EntitySpan> Find(string text) => Form.Matches(text)
        .Where(match => IsReal(match.Value))
        .Select(match => new EntitySpan(match.Index, match.Length, Category, Score));
}
