using System.Globalization;
using LanguageJobs.Emulator.Faults;

namespace LanguageJobs.Emulator.CommandLine;

/// <summary>Reads <c>requests=0.1 kinds=500,cut documents=0.05</c>.</summary>
internal static class FaultArgument
{
    /// <exception cref="FormatException">It cannot be read.</exception>
    public static FaultOptions Parse(string text)
    {
        var settings = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Split).ToList();
        if (settings.Find(setting => setting.Name is not ("requests" or "kinds" or "jobs" or "tasks" or "documents")) is { Name: not null } unknown)
            throw new FormatException($"'{unknown.Name}' is not a known fault. Known are requests, kinds, jobs, tasks and documents.");
        string? ValueOf(string name) => settings.LastOrDefault(setting => setting.Name == name).Value;
        return new FaultOptions
        {
            Rate = ParseShare(ValueOf("requests")),
            Kinds = ParseKinds(ValueOf("kinds")),
            FailedJobs = ParseShare(ValueOf("jobs")),
            FailedTasks = ParseShare(ValueOf("tasks")),
            FailedDocuments = ParseShare(ValueOf("documents")),
        };
    }

    private static (string Name, string Value) Split(string setting)
    {
        var parts = setting.Split('=', 2);
        return parts.Length == 2 ? (parts[0], parts[1]) : throw new FormatException($"'{setting}' is not a fault setting. Write it as requests=0.1 or kinds=500,cut.");
    }

    private static double ParseShare(string? text)
    {
        if (text is null)
            return 0;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share <= 1
            ? share
            : throw new FormatException($"'{text}' is not a share. Write a number from 0 to 1.");
    }

    private static FaultKinds ParseKinds(string? text) => text is null
        ? FaultKinds.All
        : text.Split(',').Aggregate(FaultKinds.None, (kinds, name) => kinds | FaultNames.Parse(name));
}
