using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>Names that a row may have: none given means any; wildcards and upper or lower case as PowerShell has them.</summary>
internal sealed class NameFilter(string[]? patterns)
{
    private readonly WildcardPattern[]? patterns = patterns is null
        ? null
        : Array.ConvertAll(patterns, pattern => new WildcardPattern(pattern, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant));

    // Rows of one category come one after the other, and their category is one and the same string.
    private string? lastName;
    private bool lastAnswer;

    public bool Matches(string? name)
    {
        if (patterns is null)
            return true;
        if (!ReferenceEquals(name, lastName) || name is null)
        {
            lastName = name;
            lastAnswer = Array.Exists(patterns, pattern => pattern.IsMatch(name ?? ""));
        }
        return lastAnswer;
    }
}
