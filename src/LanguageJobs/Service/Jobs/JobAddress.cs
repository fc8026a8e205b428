using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>A job's id and what is known about its address.</summary>
/// <param name="JobId">Its id.</param>
/// <param name="ApiVersion">The only API version to use for it; null if it has to be found out.</param>
/// <param name="Endpoint">The endpoint that has it; null when it is not known.</param>
internal sealed record JobAddress(string JobId, string? ApiVersion, string? Endpoint)
{
    /// <summary>The part of the API that has the job.</summary>
    public JobArea Area { get; init; }

    /// <summary>True for an address of the dated versions, even if it does not name one.</summary>
    public bool IsDated { get; init; }

    /// <summary>The version that answered before. It is tried first, and given up if the endpoint no longer supports it.</summary>
    public string? Answered { get; init; }

    /// <summary>The versions to try where none is known.</summary>
    public IReadOnlyList<string> Candidates => IsDated ? ApiVersions.DatedCandidates : ApiVersions.Candidates;

    /// <summary>Reads a job id or an operation location.</summary>
    /// <exception cref="InvalidJobException">The text is neither.</exception>
    public static JobAddress Parse(string text)
    {
        text = text.Trim();
        if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return FromLocation(text);
        // Dots would lead to another path.
        if (text.All(c => c == '.') || text.Any(c => c is <= ' ' or '/' or '\\' or '?' or '#' or '@'))
            throw new InvalidJobException($"'{AddressText.WithoutSecrets(text)}' is neither a job id nor the address of a job.");
        return new JobAddress(text, null, null);
    }

    private static JobAddress FromLocation(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || ApiDialect.Parse(address) is not { } location)
        {
            throw new InvalidJobException(
                $"'{AddressText.WithoutSecrets(text)}' is not the address of a job: expected …/text/analytics/{{version}}/analyze/jobs/{{id}} or …/language/analyze-text/jobs/{{id}}?api-version=….");
        }
        return new JobAddress(location.JobId, location.Version, address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) + location.Prefix)
        {
            Area = location.Area,
            IsDated = location.Version is null || ApiVersions.IsDated(location.Version),
        };
    }
}
