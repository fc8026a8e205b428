using System.Text.Json.Nodes;

namespace LanguageJobs.Emulator.Submissions;

/// <summary>Typed access to what somebody sent; the wrong type is a refusal, not a crash.</summary>
internal static class Members
{
    public static JsonObject? Object(this JsonObject owner, string name) => owner[name] switch
    {
        null => null,
        JsonObject value => value,
        _ => throw Refusals.WrongType(name, "an object"),
    };

    public static JsonArray? Array(this JsonObject owner, string name) => owner[name] switch
    {
        null => null,
        JsonArray value => value,
        _ => throw Refusals.WrongType(name, "an array"),
    };

    public static string? Text(this JsonObject owner, string name)
    {
        if (owner[name] is not { } node)
            return null;
        return node is JsonValue value && value.TryGetValue(out string? text) ? text : throw Refusals.WrongType(name, "a string");
    }

    /// <summary>An array of strings; empty where there is none.</summary>
    public static List<string> Texts(this JsonObject owner, string name) => [.. (owner.Array(name) ?? []).Select(node =>
        node is JsonValue value && value.TryGetValue(out string? text) ? text : throw Refusals.WrongType(name, "an array of strings"))];

    public static void CheckSwitch(this JsonObject owner, string name)
    {
        if (owner[name] is { } node && !(node is JsonValue value && value.TryGetValue(out bool _)))
            throw Refusals.WrongType(name, "true or false");
    }

    public static JsonObject AsObject(JsonNode? node, string name) =>
        node as JsonObject ?? throw Refusals.WrongType(name, "an object");
}
