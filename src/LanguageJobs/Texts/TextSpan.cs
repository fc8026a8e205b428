namespace LanguageJobs.Texts;

/// <summary>A place in a text, in whatever unit.</summary>
internal readonly record struct TextSpan(int Offset, int Length)
{
    /// <summary>Where it ends; a sum that no overflow can make wrong.</summary>
    public long End => (long)Offset + Length;
}
