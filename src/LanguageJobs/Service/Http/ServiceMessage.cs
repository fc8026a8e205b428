namespace LanguageJobs.Service;

/// <summary>A message of a request.</summary>
internal sealed record ServiceMessage(ServiceMessageKind Kind, string Text);

/// <summary>Its audience: developers (debug), users who ask for details (verbose), or everyone (warning).</summary>
internal enum ServiceMessageKind
{
    Debug,
    Verbose,
    Warning,
}
