namespace LanguageJobs.Storage;

/// <summary>Another process has written to a journal: this one has lost it.</summary>
internal sealed class JournalTakenException(string path) : IOException($"'{path}' was changed by another process, so this process no longer writes to it.");
