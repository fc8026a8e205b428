using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>What a row command takes its rows from: a part that was given, or a job's first page and the way to the others.</summary>
public sealed class JobRows
{
    internal JobRows(LanguageTask part) => Part = part;

    internal JobRows(LanguageJob page, JobPages? rest)
    {
        Page = page;
        Rest = rest;
    }

    internal LanguageTask? Part { get; }

    internal LanguageJob? Page { get; }

    internal JobPages? Rest { get; }
}
