using System.Text.Json;

namespace LanguageJobs.Wire;

/// <summary>An error object of the service: <c>{code, message, target, innererror, details}</c>, however deep.</summary>
internal readonly record struct ErrorBody(string? Code, string? Message, string? Target)
{
    /// <summary>Reads an error object and keeps the innermost code, with the message that belongs to it.</summary>
    public static ErrorBody Read(ref WireReader reader)
    {
        if (!reader.EnterObject())
            return default;

        string? code = null, message = null, target = null;
        ErrorBody inner = default;
        while (reader.NextMember())
        {
            if (reader.Is("code"u8)) code = reader.Word();
            else if (reader.Is("message"u8)) message = reader.Text();
            else if (reader.Is("target"u8)) target = reader.Text();
            else if (reader.Is("innererror"u8) || reader.Is("innerError"u8)) inner = Read(ref reader);
            else reader.Skip();
        }
        return inner.Code is null
            ? new ErrorBody(code, message, target ?? inner.Target)
            : new ErrorBody(inner.Code, inner.Message ?? message, inner.Target ?? target);
    }

    /// <summary>The error in the body of a refused request, <c>{"error": …}</c>; null when the body is anything else.</summary>
    public static ErrorBody? Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new WireReader(utf8, new StringPool());
        try
        {
            if (reader.Peek() != JsonTokenType.StartObject)
                return null;
            reader.EnterObject();
            while (reader.NextMember())
            {
                if (reader.Is("error"u8))
                    return Read(ref reader);
                reader.Skip();
            }
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or WireFormatException)
        {
            return null;
        }
    }
}
