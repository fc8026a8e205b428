namespace LanguageJobs.Service;

/// <summary>A handle that does not specify a job, or one that cannot be requested.</summary>
internal sealed class InvalidJobException(string message, Exception? inner = null) : FormatException(message, inner);
