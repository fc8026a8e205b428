using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LanguageJobs.Emulator.Http;

/// <summary>An answer that is ready to be sent, or to be lost on the way.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body; may be empty.</param>
internal sealed record Answer(int Status, ReadOnlyMemory<byte> Body)
{
    private const string JsonType = "application/json; charset=utf-8";

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string? ContentType { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Why it is what it is; for the log, not for the client.</summary>
    public string? Reason { get; init; }

    public static Answer Error(ServiceError error) => Json(error.Status, error.Write) with { Reason = error.Reason };

    public static Answer Json(int status, Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(body, WriterOptions))
            write(writer);
        return new Answer(status, body.WrittenMemory) { ContentType = JsonType };
    }

    public static Answer Json(int status, object value, JsonSerializerOptions? options = null) =>
        new(status, JsonSerializer.SerializeToUtf8Bytes(value, options)) { ContentType = JsonType };

    /// <summary>The service took something, and says where to ask for it.</summary>
    public static Answer Accepted(string operationLocation) => new(StatusCodes.Status202Accepted, default)
    {
        Headers = [("operation-location", operationLocation)],
    };

    public async Task Send(HttpResponse response)
    {
        WriteHead(response);
        await response.Body.WriteAsync(Body, response.HttpContext.RequestAborted);
    }

    /// <summary>
    /// Promises the whole body and sends half of it. The server then closes the connection, as it must. An abort would be
    /// harsher than what is wanted: a reset may take back what was sent before it.
    /// </summary>
    public async Task SendHalf(HttpResponse response)
    {
        WriteHead(response);
        await response.Body.WriteAsync(Body[..(Body.Length / 2)], response.HttpContext.RequestAborted);
    }

    private void WriteHead(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        foreach (var (name, value) in Headers)
            response.Headers[name] = value;
        if (Reason is not null)
            RequestTrace.Of(response.HttpContext)?.Reason = Reason;
    }
}
