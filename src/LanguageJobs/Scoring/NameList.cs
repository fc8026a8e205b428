namespace LanguageJobs.Scoring;

/// <summary>Formats names for a message: a few in quotes, and the number of the others.</summary>
internal static class NameList
{
    private const int Most = 5;

    public static string Of(IReadOnlyList<string> names)
    {
        var some = string.Join(", ", names.Take(Most).Select(name => $"'{name}'"));
        return names.Count > Most ? FormattableString.Invariant($"{some} and {names.Count - Most} more") : some;
    }
}
