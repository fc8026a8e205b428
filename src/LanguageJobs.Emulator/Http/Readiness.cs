using System.Text.Json;

namespace LanguageJobs.Emulator.Http;

/// <summary>Whether everything is loaded, and what is being done until it is.</summary>
internal sealed class Readiness
{
    private volatile string? doing = "The emulator is starting.";

    /// <summary>What is being done; null once the emulator is ready.</summary>
    public string? Doing
    {
        get => doing;
        set => doing = value;
    }

    /// <summary>The answer to <c>/healthz</c>: 503 until the emulator is ready.</summary>
    public Answer Health => doing is { } current
        ? Answer.Json(StatusCodes.Status503ServiceUnavailable, writer => WriteHealth(writer, "starting", current)) with { Headers = RetrySoon }
        : Answer.Json(StatusCodes.Status200OK, writer => WriteHealth(writer, "healthy", detail: null));

    /// <returns>What a request is told that came too early, or null.</returns>
    public Answer? Objection => doing is { } current
        ? Answer.Error(new ServiceError(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", $"The emulator is not ready. {current}")) with { Headers = RetrySoon }
        : null;

    private static IReadOnlyList<(string, string)> RetrySoon => [("Retry-After", "1")];

    // Written by hand: this is the first answer of every start, and the first use of a serializer is slow.
    private static void WriteHealth(Utf8JsonWriter writer, string status, string? detail)
    {
        writer.WriteStartObject();
        writer.WriteString("status", status);
        if (detail is not null)
            writer.WriteString("detail", detail);
        writer.WriteEndObject();
    }
}
