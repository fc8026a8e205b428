namespace LanguageJobs.Emulator.Models.Entities;

/// <summary>A word, a number or a sign in a text.</summary>
internal readonly record struct Token(int Start, string Text)
{
    public int End => Start + Text.Length;
}
