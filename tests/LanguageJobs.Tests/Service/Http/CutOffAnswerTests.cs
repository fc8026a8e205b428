using System.Net;
using LanguageJobs.Service;

namespace LanguageJobs.Tests.Service;

/// <summary>Answers whose body is lost on the way: the status holds.</summary>
public class CutOffAnswerTests
{
    private const string Location = "https://contoso.test/text/analytics/v3.2-preview.2/analyze/jobs/job-1";

    private readonly FakeClock clock = new();

    [Fact]
    public async Task A_submission_that_was_accepted_is_accepted()
    {
        var handler = new CutOffHandler(HttpStatusCode.Accepted);

        using var reply = await SendAsync(handler, Submission);

        Assert.Equal((Location, 0, 1), (reply.OperationLocation, reply.Body.Length, handler.Requests));
    }

    [Fact]
    public async Task A_cancel_that_was_accepted_is_accepted()
    {
        var handler = new CutOffHandler(HttpStatusCode.Accepted);

        using var reply = await SendAsync(handler, new ServiceRequest(HttpMethod.Post, new Uri("https://contoso.test/x:cancel")));

        Assert.Equal(1, handler.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, ServiceFailure.SubmissionUncertain, 1)]
    [InlineData(HttpStatusCode.TooManyRequests, ServiceFailure.TooManyRequests, 3)]
    [InlineData(HttpStatusCode.BadRequest, ServiceFailure.RequestRejected, 1)]
    public async Task A_submission_that_was_refused_is_refused(HttpStatusCode status, ServiceFailure expected, int requests)
    {
        var handler = new CutOffHandler(status);

        var e = await Assert.ThrowsAsync<LanguageServiceException>(() => SendAsync(handler, Submission));

        Assert.Equal((expected, requests), (e.Failure, handler.Requests));
    }

    [Fact]
    public async Task A_job_that_is_read_is_asked_for_again()
    {
        var handler = new CutOffHandler(HttpStatusCode.OK);

        var e = await Assert.ThrowsAsync<LanguageServiceException>(() => SendAsync(handler, new ServiceRequest(HttpMethod.Get, new Uri("https://contoso.test/x"))));

        Assert.Equal((ServiceFailure.ConnectionFailed, 3), (e.Failure, handler.Requests));
    }

    private static ServiceRequest Submission => new(HttpMethod.Post, new Uri("https://contoso.test/x")) { Body = [1], IsSubmission = true };

    private Task<ServiceReply> SendAsync(HttpMessageHandler handler, ServiceRequest request)
    {
        var connection = ServiceConnection.Open(
            "https://contoso.test", new KeyCredential("k"), "v3.2-preview.2", maximumRetryCount: 2, clock: clock, http: () => ServiceHttp.Over(handler));
        return ServiceConnection.Of(connection).Transport.SendAsync(request, new ServiceLog(), CancellationToken.None);
    }

    // Reads the request's body, as a server does, and answers with headers and a body that breaks off.
    private sealed class CutOffHandler(HttpStatusCode status) : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            if (request.Content is { } content)
                await content.CopyToAsync(Stream.Null, cancellationToken);
            return new HttpResponseMessage(status)
            {
                RequestMessage = request,
                Headers = { { "Operation-Location", Location } },
                Content = new StreamContent(new BrokenStream()),
            };
        }
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => throw new IOException("The response ended prematurely.");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("The response ended prematurely.");
    }
}
