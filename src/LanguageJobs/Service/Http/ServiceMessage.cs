namespace LanguageJobs.Service;

/// <summary>Something that a request has to say.</summary>
internal sealed record ServiceMessage(ServiceMessageKind Kind, string Text);

/// <summary>For whom it is: developers, users who ask for details, everybody.</summary>
internal enum ServiceMessageKind
{
    Debug,
    Verbose,
    Warning,
}
