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

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("error");
        writer.WriteString("code", Code);
        writer.WriteString("message", Message);
        if (InnerCode is not null)
            WriteInner(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteInner(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("innererror");
        writer.WriteString("code", InnerCode);
        writer.WriteString("message", InnerMessage);
        writer.WriteEndObject();
    }
}
