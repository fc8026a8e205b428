using System.Globalization;

namespace LanguageJobs.Emulator;

/// <summary>A fixed time, or a range from which a time is drawn for each use.</summary>
/// <param name="Minimum">The shortest time.</param>
/// <param name="Maximum">The longest time; the same as the shortest for a fixed one.</param>
public readonly record struct TimeRange(TimeSpan Minimum, TimeSpan Maximum)
{
    /// <summary>A fixed time is a range too.</summary>
    /// <param name="time">The fixed time.</param>
    public static implicit operator TimeRange(TimeSpan time) => new(time, time);

    /// <summary>Whether every draw is zero.</summary>
    public bool IsZero => Maximum <= TimeSpan.Zero;

    /// <summary>Reads <c>250ms</c>, <c>2s</c>, <c>1m</c> or a range such as <c>2s..20s</c>. A bare number is seconds.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The range.</returns>
    /// <exception cref="FormatException">The text is neither, or the range runs backwards.</exception>
    public static TimeRange Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split("..");
        if (parts.Length > 2)
            throw Unreadable(text);
        var range = new TimeRange(ParseTime(parts[0], text), ParseTime(parts[^1], text));
        return range.Maximum < range.Minimum ? throw Unreadable(text) : range;
    }

    /// <inheritdoc/>
    public override string ToString() => Minimum == Maximum ? Write(Minimum) : $"{Write(Minimum)}..{Write(Maximum)}";

    internal bool IsWithin(TimeSpan longest) => Minimum >= TimeSpan.Zero && Minimum <= Maximum && Maximum <= longest;

    internal TimeSpan Draw(Random random) =>
        Minimum == Maximum ? Minimum : Minimum + ((Maximum - Minimum) * random.NextDouble());

    private static TimeSpan ParseTime(string part, string whole)
    {
        var digits = part.AsSpan().Trim();
        var unit = digits.TrimStart("0123456789.").ToString();
        var seconds = unit switch
        {
            "ms" => 0.001,
            "" or "s" => 1,
            "m" => 60,
            "h" => 3600,
            _ => throw Unreadable(whole),
        };
        var number = digits[..^unit.Length];
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value * seconds < TimeSpan.MaxValue.TotalSeconds
            ? TimeSpan.FromSeconds(value * seconds)
            : throw Unreadable(whole);
    }

    private static string Write(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###}s");

    private static FormatException Unreadable(string text) =>
        new($"'{text}' is not a time. Write it as 250ms, 2s or 1m, or as a range: 2s..20s.");
}
