using System.Text.Json.Serialization;
using LanguageJobs.Emulator.Control;
using LanguageJobs.Emulator.Faults;

namespace LanguageJobs.Emulator;

/// <summary>A fault that the next requests meet: one of a kind, or an answer word for word.</summary>
public sealed record PlannedFault : IPlanned<PlannedFault>
{
    /// <summary>Which requests meet it; null for all operations.</summary>
    public JobOperation? Operation { get; init; }

    /// <summary>Exactly one kind of fault, or null where <see cref="Status"/> says what to answer.</summary>
    [JsonPropertyName("fault")]
    public FaultKinds? Kind { get; init; }

    /// <summary>How many requests meet it.</summary>
    public int Count { get; init; } = 1;

    /// <summary>What <c>Retry-After</c> says, in whole seconds; null leaves the header as the kind has it.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How late a slow answer is.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether a submission or a cancel takes effect although its answer is lost.</summary>
    public bool Taken { get; init; }

    /// <summary>The HTTP status to answer with, in place of a kind.</summary>
    public int? Status { get; init; }

    /// <summary>The headers of such an answer.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The body of such an answer.</summary>
    [JsonConverter(typeof(TextOrJsonConverter))]
    public string? Body { get; init; }

    PlannedFault? IPlanned<PlannedFault>.AfterOnce() => Count > 1 ? this with { Count = Count - 1 } : null;
}
