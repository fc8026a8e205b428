namespace LanguageJobs.Texts;

/// <summary>What offsets and lengths count.</summary>
internal enum TextUnit
{
    /// <summary>UTF-16 code units, as .NET, Java and JavaScript strings do.</summary>
    Utf16CodeUnit,

    /// <summary>Unicode code points, as Python does.</summary>
    UnicodeCodePoint,

    /// <summary>Text elements as this runtime finds them: grapheme clusters since .NET 5, in which CR LF is one.</summary>
    TextElement,

    /// <summary>Text elements as .NET Framework and .NET Core 3.1 find them: a character and the marks that follow it.</summary>
    LegacyTextElement,

    /// <summary>Bytes of UTF-8, as Go and Rust do.</summary>
    Utf8Byte,
}
