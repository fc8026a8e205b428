using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>What a row command reads ahead of a job: its first page, and the way to the others.</summary>
public sealed class JobRows
{
    internal JobRows(LanguageJob page, JobPages? rest)
    {
        Page = page;
        Rest = rest;
    }

    internal LanguageJob Page { get; }

    internal JobPages? Rest { get; }
}
