namespace LanguageJobs.Emulator.CommandLine;

/// <summary>How log lines are written.</summary>
internal enum LogFormat
{
    Text,
    Json,
    None,
}
