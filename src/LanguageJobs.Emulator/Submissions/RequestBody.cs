using System.Text.Json;
using System.Text.Json.Nodes;

namespace LanguageJobs.Emulator.Submissions;

/// <summary>Reads a request's body, within the service's limit of one megabyte.</summary>
internal static class RequestBody
{
    public const int MaximumBytes = 1024 * 1024;

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <exception cref="RefusedException">There is no body, too much of it, or it is no JSON object.</exception>
    public static async Task<JsonObject> Read(HttpRequest request)
    {
        var bytes = WithoutMark(await ReadBytes(request.Body, request.HttpContext.RequestAborted));
        if (bytes.Length == 0)
            throw Refusals.EmptyBody();
        try
        {
            return JsonNode.Parse(bytes.Span, documentOptions: Options) as JsonObject
                ?? throw Refusals.BodyFormat("The request body must be a JSON object.");
        }
        catch (JsonException e)
        {
            throw Refusals.BodyFormat($"The request body is not valid JSON. {e.Message}");
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) => bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;

    private static async Task<ReadOnlyMemory<byte>> ReadBytes(Stream body, CancellationToken cancellation)
    {
        var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        // The rest of a body that is too large is read all the same: a client that is still sending hears no answer.
        for (int count; (count = await body.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (kept.Length <= MaximumBytes)
                kept.Write(buffer, 0, count);
        }
        return kept.Length <= MaximumBytes
            ? kept.GetBuffer().AsMemory(0, (int)kept.Length)
            : throw Refusals.TooManyBytes(MaximumBytes);
    }
}
