namespace LanguageJobs.Texts;

/// <summary>A position in a text, in any unit, and the text that is expected there; null when it is not known.</summary>
internal readonly record struct TextMention(string? Text, TextSpan Span);
