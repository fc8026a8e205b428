using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>
/// Names that a row may have, in upper or lower case; none given means any. Each is a pattern with wildcards and a name of its own: files are called
/// <c>report[1].txt</c>, and categories <c>PII[name]</c>.
/// </summary>
internal sealed class NameFilter(string[]? names)
{
    private readonly (string Name, WildcardPattern? Pattern)[]? names = names is null ? null : Array.ConvertAll(names, name => (name ?? "", Pattern(name ?? "")));

    // Rows of one category come one after the other, and their category is one and the same string.
    private string? lastName;
    private bool lastAnswer;

    public bool Matches(string? name)
    {
        if (names is null)
            return true;
        if (!ReferenceEquals(name, lastName) || name is null)
        {
            lastName = name;
            lastAnswer = Array.Exists(names, given => IsMatch(given.Name, given.Pattern, name ?? ""));
        }
        return lastAnswer;
    }

    private static bool IsMatch(string name, WildcardPattern? pattern, string value) =>
        name.Equals(value, StringComparison.OrdinalIgnoreCase) || pattern?.IsMatch(value) == true;

    // Null for a name that is not a valid pattern.
    private static WildcardPattern? Pattern(string name)
    {
        try
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
            // A pattern is read when it is first used.
            pattern.IsMatch("");
            return pattern;
        }
        catch (WildcardPatternException)
        {
            return null;
        }
    }
}
