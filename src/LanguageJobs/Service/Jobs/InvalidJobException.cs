namespace LanguageJobs.Service;

/// <summary>A handle that names no job, or names it in a way that cannot be asked for.</summary>
internal sealed class InvalidJobException(string message, Exception? inner = null) : FormatException(message, inner);
