using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>Which job, and in which version of the API; the endpoint where it is known.</summary>
internal sealed record JobAddress(string JobId, string? ApiVersion, string? Endpoint)
{
    /// <summary>Reads a job id or an operation location.</summary>
    /// <exception cref="InvalidJobException">The text is neither.</exception>
    public static JobAddress Parse(string text)
    {
        text = text.Trim();
        if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return FromLocation(text);
        if (text.Length == 0 || text.Any(c => c is <= ' ' or '/' or '\\' or '?' or '#'))
            throw new InvalidJobException($"'{text}' is neither a job id nor the address of a job.");
        return new JobAddress(text, null, null);
    }

    private static JobAddress FromLocation(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || !ApiDialect.TryParse(address, out var prefix, out var version, out var jobId))
        {
            throw new InvalidJobException(
                $"'{text}' is not the address of a job: expected …/text/analytics/{{version}}/analyze/jobs/{{id}} or …/language/analyze-text/jobs/{{id}}?api-version=….");
        }
        return new JobAddress(jobId, version, address.GetLeftPart(UriPartial.Authority) + prefix);
    }
}
