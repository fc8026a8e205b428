using System.Collections;
using LanguageJobs.Wire;

namespace LanguageJobs.Commands;

/// <summary>Completes the API versions, the default one first, then from the newest to the oldest.</summary>
internal sealed class ApiVersionCompleter : Completer
{
    protected override IEnumerable<Completion> Completions(IDictionary bound) =>
        ApiVersions.Known.OrderByDescending(version => version == LanguageConnection.DefaultApiVersion).Select(version => new Completion(version, About(version)));

    private static string About(string version)
    {
        var generation = version.StartsWith("v", StringComparison.Ordinal) ? "Text Analytics" : "Language";
        var stage = version.Contains("preview") ? "preview" : "stable";
        return version == LanguageConnection.DefaultApiVersion ? $"{generation}, {stage}, the default" : $"{generation}, {stage}";
    }
}
