namespace LanguageJobs.Emulator.Models;

/// <summary>An entity in a text, counted in UTF-16 code units.</summary>
internal readonly record struct EntitySpan(int Start, int Length, string Category, double Score)
{
    public int End => Start + Length;
}
