using System.Runtime.InteropServices;

namespace LanguageJobs.Storage;

/// <summary>Where the history of jobs is kept.</summary>
internal static class HistoryFolder
{
    /// <summary>The environment variable that names another folder, or turns the history off.</summary>
    public const string Variable = "LANGUAGEJOBS_HISTORY";

    private const string Off = "off";

    private static readonly Lazy<string> Default = new(DefaultFolder);

    /// <summary>The folder; null when the history is turned off.</summary>
    public static string? Find()
    {
        var setting = Environment.GetEnvironmentVariable(Variable)?.Trim();
        if (setting is not { Length: > 0 })
            return Default.Value;
        return setting.Equals(Off, StringComparison.OrdinalIgnoreCase) ? null : setting;
    }

    private static string DefaultFolder()
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            return Below(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData));
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (RuntimeInformation.IsOSPlatform(OSPlatform.OSX))
            return Below(Path.Combine(home, "Library", "Application Support"));
        return Below(Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } state ? state : Path.Combine(home, ".local", "state"));
    }

    private static string Below(string root) => Path.Combine(root, "LanguageJobs", "history");
}
