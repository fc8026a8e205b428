namespace LanguageJobs;

/// <summary>How jobs are saved in files.</summary>
public enum LanguageJobFormat
{
    /// <summary>The service's own JSON, byte for byte: nothing is lost.</summary>
    Json,

    /// <summary>One line of JSON for each document of a task, always with the same members: made for tools that read tables.</summary>
    JsonLines,
}
