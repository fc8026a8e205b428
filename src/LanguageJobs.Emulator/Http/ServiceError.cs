using System.Text.Json;

namespace LanguageJobs.Emulator.Http;

/// <summary>An error answer in the service's form.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The code.</param>
/// <param name="Message">What went wrong, in the service's words where they are known.</param>
internal sealed record ServiceError(int Status, string Code, string Message)
{
    public string? InnerCode { get; init; }

    public string? InnerMessage { get; init; }

    /// <summary>Why, in more words than a client is told; for the log.</summary>
    public string? Reason { get; init; }

    /// <summary>The error behind the error, written as the only one of <c>details</c>.</summary>
    public ServiceError? Detail { get; init; }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("error");
        WriteError(writer);
        writer.WriteEndObject();
    }

    private void WriteError(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("code", Code);
        if (Detail is not null)
            WriteDetails(writer, Detail);
        writer.WriteString("message", Message);
        if (InnerCode is not null)
            WriteInner(writer);
        writer.WriteEndObject();
    }

    private static void WriteDetails(Utf8JsonWriter writer, ServiceError detail)
    {
        writer.WriteStartArray("details");
        detail.WriteError(writer);
        writer.WriteEndArray();
    }

    private void WriteInner(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("innererror");
        writer.WriteString("code", InnerCode);
        writer.WriteString("message", InnerMessage);
        writer.WriteEndObject();
    }
}
