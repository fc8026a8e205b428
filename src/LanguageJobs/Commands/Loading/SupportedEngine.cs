namespace LanguageJobs.Commands;

/// <summary>The versions of PowerShell that have what the module needs. Windows PowerShell gets it from the module's own folder.</summary>
internal static class SupportedEngine
{
    // The first version with System.Text.Json 8.
    private static readonly Version First = new(7, 4);

    /// <summary>Why the module cannot be imported; null where it can.</summary>
    /// <param name="version">The version of PowerShell on .NET (Core).</param>
    public static string? Refusal(Version version) => version >= First
        ? null
        : $"LanguageJobs needs PowerShell {First} or later, or Windows PowerShell 5.1. This is PowerShell {version.ToString(3)}.";
}
