using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>Where a wait's results go: into the pipeline, or into a background job.</summary>
internal interface IWaitOutput
{
    void Write(LanguageJob job);

    void Fail(Exception failure, object source);

    void Fail(ErrorRecord record);

    /// <summary>Called often, from the thread that waits.</summary>
    void Progress(WaitProgress progress);
}
