namespace LanguageJobs.Commands;

/// <summary>A folder was given where a file is needed.</summary>
internal sealed class FolderException(string path) : IOException($"'{path}' is a folder. Give its files, for example '{System.IO.Path.Combine(path, "*")}'.");
