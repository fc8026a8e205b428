using System.Management.Automation;
using LanguageJobs.Runs;

namespace LanguageJobs.Commands;

/// <summary>The error records about runs.</summary>
internal static class RunErrorRecords
{
    /// <summary>What ended a run, or the work at one of its shards.</summary>
    public static ErrorRecord Of(Exception e, string path) => e switch
    {
        RunException run => ErrorRecords.Make(e, run.Failure.ToString(), Category(run.Failure), run.Subject ?? path, Advice(run.Failure)),
        NotConnectedException => ErrorRecords.NoConnection(e),
        NotSupportedException => ErrorRecords.PathNotUsable(e, path),
        FormatException task => ErrorRecords.InvalidTask(task, path),
        IOException or UnauthorizedAccessException => ErrorRecords.FileNotReadable(e, path),
        _ => ErrorRecords.Of(e, path),
    };

    /// <summary>What a run ends with that could not begin.</summary>
    public static int ExitCode(Exception e) =>
        e is NotConnectedException or NotSupportedException or IOException or UnauthorizedAccessException ? RunExitCode.BadArguments : RunExitCode.Of(e);

    /// <summary>A question that nobody can be asked.</summary>
    public static ErrorRecord NobodyToAsk(Exception e, string path) => ErrorRecords.Make(
        new InvalidOperationException("Documents are sent again only after confirmation, and this session cannot ask for it.", e),
        "NobodyToAsk", ErrorCategory.InvalidOperation, path, "Use -Force to send them without asking. They may be billed twice.");

    private static ErrorCategory Category(RunFailure failure) => failure switch
    {
        RunFailure.RunNotFound => ErrorCategory.ObjectNotFound,
        RunFailure.RunPlanNotReadable or RunFailure.ResultsDamaged => ErrorCategory.InvalidData,
        RunFailure.RunNotWritable => ErrorCategory.WriteError,
        RunFailure.ShardInUse => ErrorCategory.ResourceBusy,
        RunFailure.InputNotUsable => ErrorCategory.ReadError,
        RunFailure.JobsLeft => ErrorCategory.InvalidResult,
        _ => ErrorCategory.InvalidArgument,
    };

    private static string Advice(RunFailure failure) => failure switch
    {
        RunFailure.RunPlanDiffers => "Use the arguments of the first command, or another folder.",
        RunFailure.RunNotFound => "Use the folder that was the -Path of Invoke-LanguageJobRun.",
        RunFailure.RunPlanNotReadable => "Take run.json from a backup, or begin a run in another folder.",
        RunFailure.NoSuchShard => "Shards count from 0.",
        RunFailure.InputNotUsable => "Check that the files exist and can be read. A CSV file needs a column named Text.",
        RunFailure.InputChanged => "Restore the input, or begin a run of what is new in another folder.",
        RunFailure.EndpointMissing => "Give a connection to that endpoint as well, with -Connection.",
        RunFailure.RunRefused => "Check -Kind, -Task and -TaskParameter, and begin a run in another folder.",
        RunFailure.ResultsDamaged => "Put the file back. Results of a run may be moved once it is done.",
        RunFailure.RunNotWritable => "Make room on the disk, or get write access to the folder. Then run the same command again.",
        RunFailure.ShardInUse => "Wait until the other process ends, or work on another shard.",
        _ => "Run the same command again.",
    };
}
