namespace LanguageJobs.Texts;

/// <summary>A place that someone names in a text, in a unit of their own, and what should stand there; null where they do not say.</summary>
internal readonly record struct TextMention(string? Text, TextSpan Span);
