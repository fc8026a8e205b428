using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>What came of a job that was to be exported.</summary>
public sealed class ExportedJob
{
    internal ExportedJob()
    {
    }

    /// <summary>The job, or the page of it that was read last; null where nothing had to be done, or something went wrong.</summary>
    internal LanguageJob? Job { get; init; }

    /// <summary>False where the job was not written because it is not finished.</summary>
    internal bool IsWritten { get; init; }

    /// <summary>What went wrong with a file.</summary>
    internal ErrorRecord? Error { get; init; }
}
