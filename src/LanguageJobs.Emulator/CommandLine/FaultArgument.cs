using System.Globalization;

namespace LanguageJobs.Emulator.CommandLine;

/// <summary>Reads <c>requests=0.1 kinds=500,cut documents=0.05</c>.</summary>
internal static class FaultArgument
{
    private static readonly Dictionary<string, FaultKinds> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["408"] = FaultKinds.Timeout,
        ["429"] = FaultKinds.TooManyRequests,
        ["500"] = FaultKinds.InternalServerError,
        ["503"] = FaultKinds.ServiceUnavailable,
        ["504"] = FaultKinds.GatewayTimeout,
        ["cut"] = FaultKinds.ConnectionCut,
        ["body-cut"] = FaultKinds.BodyCut,
        ["slow"] = FaultKinds.SlowAnswer,
    };

    /// <exception cref="FormatException">It cannot be read.</exception>
    public static FaultOptions Parse(string text)
    {
        var settings = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Split).ToList();
        if (settings.Find(setting => setting.Name is not ("requests" or "kinds" or "jobs" or "tasks" or "documents")) is { Name: not null } unknown)
            throw new FormatException($"'{unknown.Name}' is nothing that can go wrong. Known are requests, kinds, jobs, tasks and documents.");
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
        return parts.Length == 2 ? (parts[0], parts[1]) : throw new FormatException($"'{setting}' is no fault. Write it as requests=0.1 or kinds=500,cut.");
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
        : text.Split(',').Aggregate(FaultKinds.None, (kinds, name) => kinds | (Kinds.TryGetValue(name, out var kind)
            ? kind
            : throw new FormatException($"'{name}' is not a kind of fault. Known are {string.Join(", ", Kinds.Keys)}.")));
}
