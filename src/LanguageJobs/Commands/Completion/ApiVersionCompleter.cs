using System.Collections;
using LanguageJobs.Wire;

namespace LanguageJobs.Commands;

/// <summary>Completes the API versions: <c>auto</c> first, then from the newest to the oldest.</summary>
internal sealed class ApiVersionCompleter : Completer
{
    protected override IEnumerable<Completion> Completions(IDictionary bound) =>
    [
        new Completion(ApiVersions.Auto, "The first request finds out the version"),
        .. ApiVersions.Known.Select(version => new Completion(version, About(version))),
    ];

    private static string About(string version) =>
        $"{(ApiVersions.IsDated(version) ? "Language" : "Text Analytics")}, {(version.Contains("preview") ? "preview" : "stable")}";
}
