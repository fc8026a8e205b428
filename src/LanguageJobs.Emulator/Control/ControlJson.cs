using System.Text.Json;
using System.Text.Json.Serialization;

namespace LanguageJobs.Emulator.Control;

/// <summary>How control requests and answers are written. A member that nobody knows is an error: it is a typing mistake.</summary>
internal static class ControlJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter<JobOperation>(JsonNamingPolicy.CamelCase), new FaultKindConverter(), new TimeConverter() },
    };
}
