namespace LanguageJobs.Reporting;

/// <summary>How a terminal shows a part of a line.</summary>
/// <param name="Color">A number of the palette, from 0; null for the terminal's own color.</param>
/// <param name="IsBold">True for bold.</param>
internal readonly record struct TextStyle(int? Color, bool IsBold)
{
    // Red suggests an error, and dark blue is hard to read on black, so neither is among the first.
    private static readonly int[] Palette = [36, 33, 32, 35, 94, 91, 96, 93, 92, 95];

    /// <summary>The sequence that switches the style on; empty for plain text.</summary>
    public string Sequence => (Color, IsBold) switch
    {
        (null, false) => "",
        (null, true) => "\u001b[1m",
        ({ } color, false) => $"\u001b[{Palette[color % Palette.Length]}m",
        ({ } color, true) => $"\u001b[1;{Palette[color % Palette.Length]}m",
    };
}
