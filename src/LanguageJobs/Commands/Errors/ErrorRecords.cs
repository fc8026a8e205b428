using System.Management.Automation;
using LanguageJobs.Service;
using LanguageJobs.Storage;
using LanguageJobs.Wire;

namespace LanguageJobs.Commands;

/// <summary>Makes every error record of the module: a stable id, the right category, the object that it is about, and what to do.</summary>
internal static class ErrorRecords
{
    private const string HistoryAdvice = $"Set the environment variable {HistoryFolder.Variable} to a folder that you can write to, or to off.";

    /// <summary>True when no other job can succeed either.</summary>
    public static bool IsFatal(Exception e) => e is LanguageServiceException { ConcernsEndpoint: true } or LanguageServiceException
    {
        Failure: ServiceFailure.Unauthorized or ServiceFailure.CredentialUnavailable or ServiceFailure.QuotaExceeded,
    } or LanguageServiceException { ConcernsEndpoint: true };

    /// <summary>True for exceptions of the engine, for example to stop a pipeline. They must not be caught.</summary>
    public static bool IsFromEngine(Exception e) =>
        e is RuntimeException or FlowControlException or HaltCommandException or ScriptCallDepthException;

    /// <summary>A request that failed for good, something that names no job, or an unexpected exception.</summary>
    public static ErrorRecord Of(Exception e, object? target) => e switch
    {
        LanguageServiceException service => Make(e, service.Failure.ToString(), Category(service.Failure), target, Advice(service.Failure)),
        InvalidJobException => InvalidJob(e, target),
        _ => UnexpectedFailure(e, target),
    };

    /// <summary>An error that the service reports inside a job.</summary>
    public static ErrorRecord Of(LanguageJobError error) => Make(
        new InvalidOperationException(error.ToString()),
        error.Code is { Length: > 0 } code ? code : $"{error.Scope}Failed",
        error.Scope == LanguageErrorScope.Document ? ErrorCategory.InvalidData : ErrorCategory.InvalidResult,
        error,
        null);

    /// <summary>No connection, or environment variables that are not valid.</summary>
    public static ErrorRecord NoConnection(Exception e) => Make(
        e, e is NotConnectedException ? "NotConnected" : "InvalidConnection", ErrorCategory.ConnectionError, null,
        "Run Connect-LanguageService, pass -Connection, or set LANGUAGE_ENDPOINT and LANGUAGE_KEY.");

    /// <summary>An endpoint, API version or credential that cannot be used.</summary>
    public static ErrorRecord InvalidConnection(FormatException e, object? target) =>
        Make(e, "InvalidConnection", ErrorCategory.InvalidArgument, target, "See the examples of Get-Help Connect-LanguageService.");

    /// <summary>A wait in the background that would need a token provider.</summary>
    public static ErrorRecord NoProviderInBackground() => Make(
        new NotSupportedException("A token provider cannot run in the background."),
        "NoProviderInBackground", ErrorCategory.NotImplemented, null,
        "Wait in a thread job instead: Start-ThreadJob { $using:jobs | Wait-LanguageJob -Connection $using:connection }. Or connect with a key or a managed identity.");

    /// <summary>A job that was not finished in time.</summary>
    public static ErrorRecord WaitTimeout(TimeSpan timeout, string jobId, object target) => Make(
        new TimeoutException($"Job {jobId} did not finish within {timeout.TotalSeconds:0.##} s and is still running."),
        "WaitTimeout", ErrorCategory.OperationTimeout, target, "Wait for the job again. It is still running at the service.");

    /// <summary>A document that cannot go into a request.</summary>
    public static ErrorRecord DocumentRefused(DocumentRefusedException e, object? target) =>
        Make(e, e.Reason.ToString(), ErrorCategory.InvalidData, target, e.Reason switch
        {
            DocumentRefusal.EmptyDocument => "Give the document a text, or leave it out.",
            DocumentRefusal.DocumentTooLarge => "Split the document into smaller ones.",
            _ => "Use a string, a file with text, or an object with a Text and optionally an Id and a Language.",
        });

    /// <summary>A task that is not valid.</summary>
    public static ErrorRecord InvalidTask(FormatException e, object? target) => Make(
        e, "InvalidTask", ErrorCategory.InvalidArgument, target, "Use -Kind and, for custom kinds, -ProjectName and -DeploymentName. Or use -Task @{ Kind = …; ProjectName = …; DeploymentName = … }.");

    /// <summary>A path that leads to no file: there is none, it is a folder, or it is not in the file system.</summary>
    public static ErrorRecord PathNotUsable(Exception e, string path) => e switch
    {
        FolderException => Make(e, "PathIsFolder", ErrorCategory.InvalidArgument, path, "Use the files in the folder, for example with Get-ChildItem -File."),
        FileNotFoundException or DirectoryNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException =>
            Make(e, "PathNotFound", ErrorCategory.ObjectNotFound, path, "Check the path."),
        NotSupportedException => Make(e, "PathNotSupported", ErrorCategory.InvalidArgument, path, "Use the path of a file."),
        _ => FileNotReadable(e, path),
    };

    /// <summary>A file that cannot be read.</summary>
    public static ErrorRecord FileNotReadable(Exception e, string path) =>
        Make(new IOException($"'{path}' cannot be read. {e.Message}", e), "FileNotReadable", ErrorCategory.ReadError, path, "Check that the file exists and that you are allowed to read it.");

    /// <summary>A file that cannot be written.</summary>
    public static ErrorRecord FileNotWritable(Exception e, string path) => Make(
        new IOException($"'{path}' cannot be written. {(e is DirectoryNotFoundException ? "Its folder does not exist." : e.Message)}", e), "FileNotWritable", ErrorCategory.WriteError, path,
        "Use a file in an existing folder that you are allowed to write to.");

    /// <summary>A file that was written, but that no program opens.</summary>
    public static ErrorRecord FileNotOpened(Exception e, string path) => Make(
        new InvalidOperationException($"'{path}' was written, but no program to open it was found.", e), "FileNotOpened", ErrorCategory.OpenError, path,
        "Open the file in a browser. Leave out -Show on a machine without a desktop.");

    /// <summary>A job of which the service's own JSON cannot be had.</summary>
    public static ErrorRecord JsonNotAvailable(string path, object target) => Make(
        new InvalidOperationException($"The job was imported from '{path}', which holds JSON lines, not the service's own JSON."),
        "JsonNotAvailable", ErrorCategory.InvalidOperation, target, "Use -Format JsonLines.");

    /// <summary>A file that could not be imported, whatever the reason.</summary>
    /// <param name="e">What went wrong.</param>
    /// <param name="path">The file.</param>
    /// <param name="advice">What to do if the file contains something else.</param>
    public static ErrorRecord OfFile(Exception e, string path, string advice) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => PathNotUsable(e, path),
        FormatException or InvalidDataException => Make(new InvalidDataException($"'{path}' cannot be imported. {e.Message}", e), "InvalidFile", ErrorCategory.InvalidData, path, advice),
        IOException or UnauthorizedAccessException => FileNotReadable(e, path),
        _ => Of(e, path),
    };

    /// <summary>A history that cannot be read.</summary>
    public static ErrorRecord HistoryNotReadable(Exception e, string folder) => Make(
        new IOException($"The history of jobs in '{folder}' cannot be read. {e.Message}", e), "HistoryNotReadable", ErrorCategory.ReadError, folder,
        HistoryAdvice);

    /// <summary>An age that is not valid.</summary>
    public static ErrorRecord InvalidAge(TimeSpan age) => Make(
        new ArgumentException($"{age} is less than a second. A plain number is a number of ticks, which are 0.0000001 s each."),
        "InvalidAge", ErrorCategory.InvalidArgument, age, "For 30 days, use '30.00:00:00' or (New-TimeSpan -Days 30).");

    /// <summary>A history that cannot be changed.</summary>
    public static ErrorRecord HistoryNotWritable(Exception e, string folder) => Make(
        new IOException($"The history of jobs in '{folder}' cannot be changed. {e.Message}", e), "HistoryNotWritable", ErrorCategory.WriteError, folder,
        HistoryAdvice);

    private static ErrorRecord InvalidJob(Exception e, object? target) => Make(
        e, "InvalidJob", ErrorCategory.InvalidArgument, target,
        "Use a job id, an operation location, a job object, or an object with a JobId property.");

    // It has its own id and advice; the exception is inside, for a bug report.
    private static ErrorRecord UnexpectedFailure(Exception e, object? target) => Make(
        new InvalidOperationException($"An unexpected error occurred: {e.Message} ({e.GetType().Name})", e),
        "UnexpectedFailure", ErrorCategory.NotSpecified, target,
        "This is probably a bug in the module. Please report it with the output of $Error[0].Exception.InnerException.ToString().");

    /// <summary>A record with a recommended action, which PowerShell shows below the message.</summary>
    public static ErrorRecord Make(Exception e, string id, ErrorCategory category, object? target, string? advice)
    {
        var record = new ErrorRecord(e, id, category, target);
        if (advice is not null)
            record.ErrorDetails = new ErrorDetails(e.Message) { RecommendedAction = advice };
        return record;
    }

    private static ErrorCategory Category(ServiceFailure failure) => failure switch
    {
        ServiceFailure.JobNotFound or ServiceFailure.ApiNotFound or ServiceFailure.ProjectNotFound => ErrorCategory.ObjectNotFound,
        ServiceFailure.Unauthorized or ServiceFailure.CredentialUnavailable => ErrorCategory.AuthenticationError,
        ServiceFailure.Forbidden => ErrorCategory.PermissionDenied,
        ServiceFailure.QuotaExceeded => ErrorCategory.QuotaExceeded,
        ServiceFailure.TooManyRequests => ErrorCategory.LimitsExceeded,
        ServiceFailure.RequestRejected => ErrorCategory.InvalidArgument,
        ServiceFailure.ServiceUnavailable => ErrorCategory.ResourceUnavailable,
        ServiceFailure.ConnectionFailed or ServiceFailure.ConnectionClosed or ServiceFailure.SubmissionUncertain => ErrorCategory.ConnectionError,
        ServiceFailure.NotSupported => ErrorCategory.NotImplemented,
        ServiceFailure.AddressRefused or ServiceFailure.RedirectRefused => ErrorCategory.SecurityError,
        _ => ErrorCategory.InvalidResult,
    };

    private static string? Advice(ServiceFailure failure) => failure switch
    {
        ServiceFailure.JobNotFound => "Check the id and the endpoint. The service keeps jobs for 24 hours only.",
        ServiceFailure.ApiNotFound =>
            $"Check that the endpoint is a Language resource. If it supports none of {string.Join(", ", ApiVersions.Candidates)}, specify its version with -ApiVersion.",
        ServiceFailure.ProjectNotFound => "Check the names of the project and the deployment (they are case-sensitive), and that they are in this resource.",
        ServiceFailure.Unauthorized => "Check the key or token and that it belongs to this endpoint, then run Connect-LanguageService again.",
        ServiceFailure.CredentialUnavailable => "Assign a managed identity to the machine or Automation account, or make sure that the token provider returns a token.",
        ServiceFailure.Forbidden => "Assign the role Cognitive Services User to the identity, and check the network rules of the resource.",
        ServiceFailure.QuotaExceeded => "Wait until the quota is renewed, or change the resource's pricing tier.",
        ServiceFailure.TooManyRequests => "Lower -ThrottleLimit, or the -RequestsPerMinute of Connect-LanguageService.",
        ServiceFailure.AddressRefused => "Connect to the endpoint that has the job, and pass that connection with -Connection.",
        ServiceFailure.RedirectRefused => "If you trust that address, connect to it.",
        ServiceFailure.ConnectionFailed => "Check the endpoint's name, the network, the proxy, and whether this machine trusts the endpoint's certificate.",
        ServiceFailure.ConnectionClosed => "Run Connect-LanguageService, or pass an open connection with -Connection.",
        ServiceFailure.SubmissionUncertain => "Submit these documents again only if it is acceptable that they are processed and billed twice.",
        ServiceFailure.NotSupported => "Use a dated API version, such as 2025-11-01. A job that only v3.x knows cannot be cancelled.",
        ServiceFailure.InvalidResponse => "Check that the endpoint is a Language resource and that no proxy answers in its place.",
        ServiceFailure.NextLinkRepeated => "Try again later. The service returned a wrong link.",
        ServiceFailure.ServiceUnavailable => "Try again later.",
        ServiceFailure.RequestRejected => "Correct what the service's message names, and try again.",
        _ => null,
    };
}
