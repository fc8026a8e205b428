using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace LanguageJobs.Service;

/// <summary>Why a request got no answer.</summary>
/// <param name="Reason">The reason, as it follows a colon.</param>
/// <param name="IsPermanent">True when other requests would fail in the same way.</param>
internal sealed record ConnectionFault(string Reason, bool IsPermanent)
{
    // The name does not exist. A name server that does not answer (TryAgain) may do so later.
    private static readonly SocketError[] UnknownHost = [SocketError.HostNotFound, SocketError.NoData];

    /// <summary>True for what a broken connection throws, on any runtime.</summary>
    public static bool Covers(Exception e) =>
        e is HttpRequestException or IOException or WebException or OperationCanceledException or ObjectDisposedException;

    public static ConnectionFault Of(Exception e)
    {
        Exception[] chain = [.. Chain(e)];
        var innermost = chain[^1].Message.TrimEnd('.');
        // .NET Framework reports these in the status of a WebException.
        var status = chain.OfType<WebException>().FirstOrDefault()?.Status;
        if (chain.Any(inner => inner is AuthenticationException) || status is WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure)
            return new ConnectionFault($"no secure connection could be established. {innermost}", true);
        if (chain.OfType<SocketException>().Any(socket => UnknownHost.Contains(socket.SocketErrorCode))
            || status is WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure)
            return new ConnectionFault($"the host is unknown ({chain[0].Message.TrimEnd('.')})", true);
        // .NET has it only in the message: … failed with status code '407'.
        if (chain.Any(inner => inner.Message.Contains("'407'")))
            return RefusedByProxy;
        return new ConnectionFault(innermost, false);
    }

    /// <summary>The proxy requires a user name and password, or other ones.</summary>
    public static ConnectionFault RefusedByProxy { get; } =
        new("the proxy refuses the login (407). Give the user name and password with -ProxyCredential of Connect-LanguageService", true);

    private static IEnumerable<Exception> Chain(Exception e)
    {
        for (var inner = e; inner is not null; inner = inner.InnerException)
            yield return inner;
    }
}
