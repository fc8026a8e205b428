namespace LanguageJobs.Commands;

/// <summary>How far a command is. A percentage or a time of -1 is not known.</summary>
internal sealed record ProgressState(string Text, int Percent = -1, int SecondsLeft = -1)
{
    /// <summary>A number of a total, which is unknown until the input ends.</summary>
    /// <param name="done">How many are done.</param>
    /// <param name="total">How many there are; null when it is not known.</param>
    /// <param name="what">What they are, and what is done with them, for example <c>jobs read</c>.</param>
    /// <param name="holdup">The reason why the command is waiting; null when it is not.</param>
    public static ProgressState Of(long done, long? total, string what, string? holdup)
    {
        var text = total is null ? $"{done} {what}" : $"{done} of {total} {what}";
        return new ProgressState(holdup is null ? text : $"{text}; {holdup}", total > 0 ? (int)(100 * done / total) : -1);
    }
}
