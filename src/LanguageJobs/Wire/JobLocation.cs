namespace LanguageJobs.Wire;

/// <summary>A job's address, taken apart.</summary>
/// <param name="Prefix">What stands before the API's own path; empty as a rule.</param>
/// <param name="Area">The part of the API.</param>
/// <param name="Version">The API version; null for an address of the dated versions that names none.</param>
/// <param name="JobId">The job's id.</param>
internal sealed record JobLocation(string Prefix, JobArea Area, string? Version, string JobId);
