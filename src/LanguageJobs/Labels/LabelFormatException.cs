namespace LanguageJobs.Labels;

/// <summary>A file that should hold labels, and does not. The message says what was expected and, where it can, at which place.</summary>
internal sealed class LabelFormatException(string message, Exception? inner = null) : FormatException(message, inner);
