namespace LanguageJobs.Emulator.Models.Entities;

/// <summary>Tags of tokens: outside, or at the begin or inside of an entity of a category.</summary>
internal static class TagSet
{
    public const int Outside = 0;

    public static int Count(int categories) => 1 + (2 * categories);

    public static int Begin(int category) => 1 + (2 * category);

    public static int Inside(int category) => 2 + (2 * category);

    public static bool IsBegin(int tag) => tag % 2 == 1;

    public static bool IsInside(int tag) => tag > 0 && tag % 2 == 0;

    public static int CategoryOf(int tag) => (tag - 1) / 2;

    /// <summary>An entity goes on only where it has begun.</summary>
    public static bool MayFollow(int previous, int tag) => !IsInside(tag) || (previous != Outside && CategoryOf(previous) == CategoryOf(tag));
}
