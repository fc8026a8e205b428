using Microsoft.Extensions.Logging;

namespace LanguageJobs.Emulator.Http;

/// <summary>One line for each request, and for what must not happen.</summary>
internal static partial class RequestLog
{
    [LoggerMessage(1, LogLevel.Information, "{Method} {Path} {Status} {Milliseconds:0.0} ms {RequestId}")]
    public static partial void Answered(ILogger logger, string method, string path, int status, double milliseconds, string requestId);

    [LoggerMessage(2, LogLevel.Warning, "{Method} {Path} cut after {Milliseconds:0.0} ms {RequestId}")]
    public static partial void Cut(ILogger logger, string method, string path, double milliseconds, string requestId);

    [LoggerMessage(3, LogLevel.Error, "{Method} {Path} failed inside the emulator")]
    public static partial void Broke(ILogger logger, Exception exception, string method, string path);

    [LoggerMessage(4, LogLevel.Information, "{Message}")]
    public static partial void Told(ILogger logger, string message);

    [LoggerMessage(5, LogLevel.Information, "{Method} {Path} {Status} {Milliseconds:0.0} ms {RequestId}: {Reason}")]
    public static partial void Refused(
        ILogger logger, string method, string path, int status, double milliseconds, string requestId, string reason);
}
