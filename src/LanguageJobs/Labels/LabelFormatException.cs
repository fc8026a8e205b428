namespace LanguageJobs.Labels;

/// <summary>A file without valid labels. The message says what was expected and, if possible, where.</summary>
internal sealed class LabelFormatException(string message, Exception? inner = null) : FormatException(message, inner);
