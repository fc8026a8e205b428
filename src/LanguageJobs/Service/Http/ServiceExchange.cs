using LanguageJobs.Wire;

namespace LanguageJobs.Service;

/// <summary>
/// Sends a request once and returns the outcome. The status counts before the body: an accepted job is accepted
/// even if the rest of the answer is lost.
/// </summary>
internal sealed class ServiceExchange(ServiceCredential credential, SocketPool sockets, ServiceTime time, Clock clock) : IDisposable
{
    // Seen in answers: an API version or a deployment's training configuration that will be retired.
    private static readonly string[] Notices = ["warn-text", "azure-deprecating"];

    /// <summary>Sends a request.</summary>
    /// <exception cref="OperationCanceledException">The command was stopped, and the service was sent nothing that may cost money.</exception>
    /// <exception cref="LanguageServiceException">There is no credential to send.</exception>
    public async Task<AttemptOutcome> TryAsync(ServiceRequest request, ServiceLog log, CancellationToken cancellation)
    {
        using var message = request.ToMessage();
        await credential.ApplyAsync(message, log, cancellation).ConfigureAwait(false);
        var submission = message.Content as SubmissionContent;
        using var attempt = new AttemptTime(submission, cancellation);
        var started = clock.Elapsed;
        try
        {
            using var rented = sockets.Rent();
            using var response = await rented.Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, attempt.Token).ConfigureAwait(false);
            time.Learn(response);
            WarnOfNotices(response, log);
            var body = await ReadBodyAsync(request, response, attempt.Token).ConfigureAwait(false);
            log.Debug(FormattableString.Invariant(
                $"{request.Method} {request.Address} {(int)response.StatusCode}, {body.Span.Length} bytes, {(clock.Elapsed - started).TotalMilliseconds:0} ms"));
            if (response.IsSuccessStatusCode)
                return AttemptOutcome.Succeeded(Reply(response, body));
            using (body)
                return Refused(request, response, body.Span);
        }
        catch (WireFormatException e) when (submission is null)
        {
            return AttemptOutcome.Failed(new LanguageServiceException(
                ServiceFailure.InvalidResponse, $"The answer of {request.Address} cannot be read. {e.Message}", e)
            {
                RequestUri = request.Address,
            });
        }
        catch (InvalidDataException e) when (submission is null)
        {
            return AttemptOutcome.Failed(new LanguageServiceException(
                ServiceFailure.InvalidResponse, $"The answer of {request.Address} cannot be read: its body is not valid gzip or deflate data.", e)
            {
                RequestUri = request.Address,
            });
        }
        catch (Exception e) when (submission is { IsUnderWay: true })
        {
            return AttemptOutcome.Failed(Uncertain(Broken(request, e, cancellation)));
        }
        catch (Exception e) when (ConnectionFault.Covers(e))
        {
            cancellation.ThrowIfCancellationRequested();
            var failure = Broken(request, e, cancellation);
            return failure.ConcernsEndpoint ? AttemptOutcome.Failed(failure) : AttemptOutcome.FailedForNow(failure);
        }
    }

    public void Dispose() => sockets.Dispose();

    // Only reading a job needs the body. Otherwise the status is enough, even if the body is truncated or cannot be decoded.
    private static async Task<PooledBytes> ReadBodyAsync(ServiceRequest request, HttpResponseMessage response, CancellationToken cancellation)
    {
        // .NET Framework's streams ignore the token once a read has begun.
        using var stop = NetFramework.IsRunning ? cancellation.Register(response.Dispose) : default;
        try
        {
            using var content = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
            return await PooledBytes.ReadAsync(content, response.Content.Headers.ContentLength, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (
            (request.Method != HttpMethod.Get || !response.IsSuccessStatusCode)
            && (e is InvalidDataException or WireFormatException || ConnectionFault.Covers(e)))
        {
            return PooledBytes.Empty;
        }
    }

    private ServiceReply Reply(HttpResponseMessage response, PooledBytes body) => new(body)
    {
        OperationLocation = Header(response, "Operation-Location"),
        Date = response.Headers.Date ?? time.Now,
    };

    private AttemptOutcome Refused(ServiceRequest request, HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        var status = (int)response.StatusCode;
        if (status == 407)
            return AttemptOutcome.Failed(Broken(request, ConnectionFault.RefusedByProxy, null));
        var asked = RetryHint.Of(response, time.Now);
        var isTooLong = asked > RetryPolicy.LongestWait;
        var more = (status == 401 ? credential.Doubts(response.RequestMessage!) : "") + (isTooLong ? RetryHint.Sentence(asked!.Value, time.Now) : "");
        var failure = ServiceAnswer.Explain(request, response, ErrorBody.Parse(body), more);
        failure.RetryAfter = asked;
        if (!RetryPolicy.IsTransient(status))
            return AttemptOutcome.Failed(failure) with { MayRenew = status == 401 && credential.Forget(response.RequestMessage!) };
        if (request.IsSubmission && !WasNotTaken(status, failure))
            return AttemptOutcome.Failed(Uncertain(failure));
        failure.ConcernsEndpoint = isTooLong;
        return isTooLong ? AttemptOutcome.Failed(failure) : AttemptOutcome.FailedForNow(failure);
    }

    // Too many requests, or a 503 of the service itself. A plain 503 comes from a gateway, which may have forwarded the submission before
    // it failed.
    private static bool WasNotTaken(int status, LanguageServiceException failure) =>
        status == 429 || (status == 503 && (failure.RetryAfter is not null || ServiceAnswer.IsInWords(failure.Code)));

    private static LanguageServiceException Broken(ServiceRequest request, Exception e, CancellationToken cancellation) => e switch
    {
        OperationCanceledException when cancellation.IsCancellationRequested =>
            Broken(request, new ConnectionFault("the command was stopped before an answer came", false), e),
        OperationCanceledException => Broken(request, new ConnectionFault($"no answer within {AttemptTime.Longest.TotalSeconds} s", false), e),
        _ => Broken(request, ConnectionFault.Of(e), e),
    };

    private static LanguageServiceException Broken(ServiceRequest request, ConnectionFault fault, Exception? e) =>
        new(ServiceFailure.ConnectionFailed, $"The connection to {request.Address} failed: {fault.Reason}.", e)
        {
            RequestUri = request.Address,
            ConcernsEndpoint = fault.IsPermanent,
        };

    private static LanguageServiceException Uncertain(LanguageServiceException e) =>
        e.With(" The submission may have been accepted, so it was not repeated.", ServiceFailure.SubmissionUncertain);

    private static void WarnOfNotices(HttpResponseMessage response, ServiceLog log)
    {
        foreach (var name in Notices)
        {
            if (Header(response, name) is { } text)
                log.Warning($"The service says: {text.Trim('"')}");
        }
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
