using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LanguageJobs.Emulator.Http;

/// <summary>Sends JSON with its length, as the service does.</summary>
internal static class JsonAnswer
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task Send(HttpResponse response, ServiceError error) => Send(response, error.Status, error.Write);

    public static async Task Send(HttpResponse response, int status, Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(body, Options))
            write(writer);
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.WrittenCount;
        await response.Body.WriteAsync(body.WrittenMemory, response.HttpContext.RequestAborted);
    }
}
