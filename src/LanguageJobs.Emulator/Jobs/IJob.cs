using System.Text.Json;

namespace LanguageJobs.Emulator.Jobs;

/// <summary>A job that can be asked for its state.</summary>
internal interface IJob
{
    string Id { get; }

    string? DisplayName { get; }

    JobTimeline Timeline { get; }

    DateTimeOffset Expires { get; }

    /// <summary>Ends when the results are there that a state may have to carry.</summary>
    Task Prepare();

    void Write(Utf8JsonWriter writer, JobRequest request, JobProgress progress);
}
