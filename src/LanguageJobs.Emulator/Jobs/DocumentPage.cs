namespace LanguageJobs.Emulator.Jobs;

/// <summary>Which documents of every task an answer carries. Documents that failed count too.</summary>
internal readonly record struct DocumentPage(int Skip, int Top)
{
    public const int DefaultTop = 20;
    public const int MaximumTop = 50;

    /// <summary>The part of <paramref name="count"/> things on this page, when <paramref name="before"/> others come first.</summary>
    public Range Slice(int count, int before = 0)
    {
        var first = Math.Clamp((long)Skip - before, 0, count);
        var last = Math.Clamp((long)Skip + Top - before, 0, count);
        return new Range((int)first, (int)last);
    }

    /// <summary>The page after this one; its size is what is left, as the service writes it.</summary>
    public DocumentPage? Next(int total)
    {
        var left = total - (long)Skip - Top;
        return left > 0 ? new DocumentPage(Skip + Top, (int)Math.Min(Top, left)) : null;
    }
}
