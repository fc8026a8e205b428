using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using LanguageJobs.Service;

namespace LanguageJobs.Fuzz;

/// <summary>Answers of HTTP that are wrong: status, headers, chunks, encodings, ends. The client reads them as from a socket.</summary>
internal sealed class AnswerCase(Random random, BodyMutator bodies)
{
    // What the client may allocate: HTTP and decompression included, and a fresh connection for each answer.
    private const long BytesPerByte = 400;
    private const long Always = 4 * 1024 * 1024;

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(20);

    private static readonly string[] Headers =
    [
        "Retry-After: 0", "Retry-After: -1", "Retry-After: 99999999999999999999", "Retry-After: soon",
        "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT", "Date: yesterday", "Date: Wed, 21 Oct 2015 07:28:00 GMT", "Age: x",
        "Content-Type: text/html; charset=nonsense", "Content-Type: \u00ff", "Operation-Location: http://[", "Location: http://127.0.0.2/",
        "x-ms-error-code: \u0001", "apim-request-id:", "Content-Encoding: deflate", "Content-Encoding: gzip, gzip",
        "Transfer-Encoding: identity", "Content-Length: -5", "Content-Length: 99999999999", "Connection: Upgrade", ": nothing",
    ];

    private static readonly int[] Statuses =
    [
        200, 200, 200, 200, 201, 202, 204, 206, 301, 302, 304, 307, 400, 401, 403, 404, 407, 408, 410, 418, 429, 500, 502, 503, 504,
        599, 99, 1000,
    ];

    /// <summary>One answer, and what the client makes of it.</summary>
    public async Task RunAsync()
    {
        var answer = NextAnswer();
        using var timeout = new CancellationTokenSource(LongestAnswer);
        using var connection = ServiceConnection.Open(
            "http://127.0.0.1:9", new KeyCredential("0123456789abcdef0123456789abcdef"), "v3.2-preview.2", int.MaxValue,
            maximumRetryCount: 0, http: () => ServiceHttp.Over(Handler(answer)));
        var before = GC.GetTotalAllocatedBytes();
        try
        {
            await new JobClient(connection, new ServiceLog()).GetJobAsync(JobAddress.Parse("j"), showStatistics: false, timeout.Token);
        }
        catch (LanguageServiceException e) when (e.Message.Length > 0)
        {
        }
        catch (Exception e)
        {
            // Its bytes are needed to understand it.
            throw new InvalidOperationException($"{e.GetType().Name}: {e.Message}\n{Encoding.Latin1.GetString(answer)}", e);
        }
        var allocated = GC.GetTotalAllocatedBytes() - before;
        if (allocated > BytesPerByte * answer.Length + Always)
            throw new InvalidOperationException($"{allocated} bytes were allocated for an answer of {answer.Length}.");
    }

    // Every request has a connection of its own, which is no socket.
    private static SocketsHttpHandler Handler(byte[] answer) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.Zero,
        ConnectCallback = (_, _) => ValueTask.FromResult<Stream>(new AnswerStream(answer)),
    };

    private byte[] NextAnswer()
    {
        var body = random.Next(4) == 0 ? bodies.Next().ToUtf8() : bodies.NextMutated();
        var headers = new StringBuilder($"HTTP/1.{random.Next(2)} {Statuses[random.Next(Statuses.Length)]} Words\r\n");
        for (var i = random.Next(3); i > 0; i--)
            headers.Append(Headers[random.Next(Headers.Length)]).Append("\r\n");
        if (random.Next(3) == 0)
        {
            body = Compressed(body);
            headers.Append("Content-Encoding: gzip\r\n");
        }
        if (random.Next(3) == 0)
        {
            headers.Append("Transfer-Encoding: chunked\r\n");
            body = Chunked(body);
        }
        else if (random.Next(4) > 0)
            headers.Append($"Content-Length: {body.Length + (random.Next(6) == 0 ? random.Next(-9, 9) : 0)}\r\n");
        byte[] answer = [.. Encoding.Latin1.GetBytes(headers.Append("\r\n").ToString()), .. body];
        return random.Next(3) == 0 ? bodies.MutateBytes(answer) : answer;
    }

    private static byte[] Compressed(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(body);
        return compressed.ToArray();
    }

    private byte[] Chunked(byte[] body)
    {
        using var chunked = new MemoryStream();
        for (var start = 0; start < body.Length;)
        {
            var length = Math.Min(random.Next(1, 4000), body.Length - start);
            var said = random.Next(50) == 0 ? "7fffffffffffffffff" : length.ToString("x", CultureInfo.InvariantCulture);
            chunked.Write(Encoding.ASCII.GetBytes($"{said}\r\n"));
            chunked.Write(body, start, length);
            chunked.Write("\r\n"u8);
            start += length;
        }
        chunked.Write("0\r\n\r\n"u8);
        return chunked.ToArray();
    }

    // Takes any request and gives the answer.
    private sealed class AnswerStream(byte[] answer) : MemoryStream(answer, writable: false)
    {
        public override bool CanWrite => true;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
