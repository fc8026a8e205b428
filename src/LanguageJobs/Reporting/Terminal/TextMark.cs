namespace LanguageJobs.Reporting;

/// <summary>A part of a text that is pointed out. Two marks are never the same, even where all of this is.</summary>
internal sealed class TextMark(int start, int end, string name, int color)
{
    /// <summary>Where it begins, in UTF-16 code units.</summary>
    public int Start => start;

    /// <summary>Where it ends.</summary>
    public int End => end;

    /// <summary>The text behind it: the category and the confidence.</summary>
    public string Name => name;

    /// <summary>A number of the palette.</summary>
    public int Color => color;
}
