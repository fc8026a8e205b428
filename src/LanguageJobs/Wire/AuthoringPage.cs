namespace LanguageJobs.Wire;

/// <summary>A page of a list of projects or deployments.</summary>
/// <param name="Entries">The entries of the page.</param>
/// <param name="NextLink">The link to the next page; null on the last one.</param>
internal readonly record struct AuthoringPage(AuthoringEntry[] Entries, string? NextLink);
