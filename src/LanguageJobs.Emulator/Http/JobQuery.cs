using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using LanguageJobs.Emulator.Jobs;

namespace LanguageJobs.Emulator.Http;

/// <summary>Reads the page and the statistics switch from a query, in either API generation's spelling.</summary>
internal static class JobQuery
{
    public static bool TryRead(
        IQueryCollection query,
        ApiGeneration generation,
        out DocumentPage page,
        out bool showStats,
        [NotNullWhen(false)] out ServiceError? error)
    {
        var prefix = generation == ApiGeneration.TextAnalytics ? "$" : "";
        var top = DocumentPage.DefaultTop;
        var skip = 0;
        showStats = false;
        error = ReadNumber(query, prefix + "top", 1, DocumentPage.MaximumTop, ref top)
            ?? ReadNumber(query, prefix + "skip", 0, int.MaxValue - DocumentPage.MaximumTop, ref skip)
            ?? ReadSwitch(query, "showStats", ref showStats);
        page = new DocumentPage(skip, top);
        return error is null;
    }

    private static ServiceError? ReadNumber(IQueryCollection query, string name, int minimum, int maximum, ref int number)
    {
        if (!query.TryGetValue(name, out var values))
            return null;
        var text = values.ToString();
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum)
        {
            number = value;
            return null;
        }
        return ServiceErrors.InvalidParameter(name, text, $"Supported values are {minimum} to {maximum}.");
    }

    private static ServiceError? ReadSwitch(IQueryCollection query, string name, ref bool state)
    {
        if (!query.TryGetValue(name, out var values) || bool.TryParse(values.ToString(), out state))
            return null;
        return ServiceErrors.InvalidParameter(name, values.ToString(), "Supported values are true and false.");
    }
}
