namespace LanguageJobs.Wire;

/// <summary>Where something stands among the bytes of a text.</summary>
internal readonly record struct TextRange(int Start, int End)
{
    public int Length => End - Start;
}
