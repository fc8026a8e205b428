namespace LanguageJobs;

/// <summary>The unit of an entity's offset and length; the service calls it <c>stringIndexType</c>.</summary>
public enum StringIndexType
{
    /// <summary>UTF-16 code units, what <c>[string].Substring</c> counts in.</summary>
    Utf16CodeUnit,

    /// <summary>Unicode code points, what Python counts in.</summary>
    UnicodeCodePoint,

    /// <summary>Text elements (graphemes, Unicode 8.0), the service's own default.</summary>
    TextElements_v8,
}
