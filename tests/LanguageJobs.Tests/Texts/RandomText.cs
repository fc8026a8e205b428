using FsCheck;
using FsCheck.Fluent;

namespace LanguageJobs.Tests.Texts;

/// <summary>Texts of what makes offsets differ: emoji, marks, line ends of all kinds, right-to-left letters.</summary>
public static class RandomText
{
    private static readonly string[] Parts = ["a", "Ines", " ", "é", "e\u0301", "🎉", "👩‍🚀", "👋🏿", "🇵🇹", "คำ", "한", "\u1112\u1161\u11ab", "\r\n", "\n", "\r", "אב", "𠮷", ".", "\t"];

    public static Arbitrary<string> Texts { get; } = Gen.Elements(Parts).ListOf().Select(string.Concat).ToArbitrary();
}
