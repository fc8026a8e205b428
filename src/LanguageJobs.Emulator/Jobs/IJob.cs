using System.Text.Json;

namespace LanguageJobs.Emulator.Jobs;

/// <summary>A job that can be asked for its state.</summary>
internal interface IJob
{
    string Id { get; }

    JobTimeline Timeline { get; }

    void Write(Utf8JsonWriter writer, JobRequest request, JobProgress progress);
}
