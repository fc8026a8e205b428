using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using LanguageJobs.Service;

namespace LanguageJobs.Tests.Service;

/// <summary>Connections that are not made: which are worth another try. The exceptions are those of .NET and, as WebException, of .NET Framework.</summary>
public class ConnectionFaultTests
{
    public static TheoryData<Exception, bool, string> Faults() => new()
    {
        { Http(new SocketException((int)SocketError.HostNotFound), "Name or service not known (contoso.test:443)"), true, "the host is unknown (Name or service not known (contoso.test:443))" },
        { Http(new SocketException((int)SocketError.NoData)), true, "the host is unknown" },
        { Http(new SocketException((int)SocketError.TryAgain)), false, "" },
        { Http(new SocketException((int)SocketError.ConnectionRefused)), false, "" },
        { Http(new SocketException((int)SocketError.TimedOut)), false, "" },
        { Http(new AuthenticationException("The remote certificate is invalid.")), true, "no secure connection could be established. The remote certificate is invalid" },
        { Http(new IOException("The response ended prematurely.")), false, "The response ended prematurely" },
        { new HttpRequestException("The proxy tunnel request to proxy 'http://proxy:4070/' failed with status code '407'."), true, "the proxy refuses the login (407)" },
        { new HttpRequestException("The proxy tunnel request to proxy 'http://proxy:4070/' failed with status code '502'."), false, "status code '502'" },
        { Http(new WebException("The remote name could not be resolved: 'contoso.test'", WebExceptionStatus.NameResolutionFailure)), true, "the host is unknown" },
        { Http(new WebException("…", WebExceptionStatus.ProxyNameResolutionFailure)), true, "the host is unknown" },
        { Http(new WebException("…", WebExceptionStatus.TrustFailure)), true, "no secure connection could be established" },
        { Http(new WebException("…", WebExceptionStatus.SecureChannelFailure)), true, "no secure connection could be established" },
        { Http(new WebException("Unable to connect to the remote server", WebExceptionStatus.ConnectFailure)), false, "Unable to connect to the remote server" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Some_faults_last_and_others_may_pass(Exception e, bool isPermanent, string reason)
    {
        var fault = ConnectionFault.Of(e);

        Assert.True(ConnectionFault.Covers(e));
        Assert.Equal(isPermanent, fault.IsPermanent);
        Assert.Contains(reason, fault.Reason);
    }

    [Fact]
    public async Task An_unknown_host_is_asked_for_once_and_a_submission_to_it_is_not_uncertain()
    {
        var handler = new FailingHandler(Http(new SocketException((int)SocketError.HostNotFound)));
        var clock = new FakeClock();
        using var connection = ServiceConnection.Open(
            "https://contoso.test", new KeyCredential("k"), "v3.2-preview.2", clock: clock, http: () => ServiceHttp.Over(handler));
        var transport = ServiceConnection.Of(connection).Transport;
        var submission = new ServiceRequest(HttpMethod.Post, new Uri("https://contoso.test/x")) { Body = [1], IsSubmission = true };

        var e = await Assert.ThrowsAsync<LanguageServiceException>(() => transport.SendAsync(submission, new ServiceLog(), CancellationToken.None));

        Assert.Equal((ServiceFailure.ConnectionFailed, true), (e.Failure, e.ConcernsEndpoint));
        Assert.Equal((1, 0), (handler.Requests, clock.Waits.Count));
    }

    [Fact]
    public async Task A_submission_is_repeated_while_no_connection_is_made()
    {
        var handler = new FailingHandler(Http(new SocketException((int)SocketError.ConnectionRefused)));
        using var connection = ServiceConnection.Open(
            "https://contoso.test", new KeyCredential("k"), "v3.2-preview.2", maximumRetryCount: 3, clock: new FakeClock(), http: () => ServiceHttp.Over(handler));
        var submission = new ServiceRequest(HttpMethod.Post, new Uri("https://contoso.test/x")) { Body = [1], IsSubmission = true };

        var e = await Assert.ThrowsAsync<LanguageServiceException>(() =>
            ServiceConnection.Of(connection).Transport.SendAsync(submission, new ServiceLog(), CancellationToken.None));

        Assert.Equal((ServiceFailure.ConnectionFailed, 4), (e.Failure, handler.Requests));
    }

    private static HttpRequestException Http(Exception inner, string message = "An error occurred while sending the request.") => new(message, inner);

    private sealed class FailingHandler(Exception failure) : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            throw failure;
        }
    }
}
