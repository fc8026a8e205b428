namespace LanguageJobs.Emulator.Submissions;

/// <summary>What offsets and lengths count.</summary>
internal enum StringIndexType
{
    TextElements,
    UnicodeCodePoint,
    Utf16CodeUnit,
}
