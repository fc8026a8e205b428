using Microsoft.Extensions.Logging;

namespace LanguageJobs.Emulator;

/// <summary>How the emulator listens, whom it lets in and how slow it is.</summary>
public sealed class EmulatorOptions
{
    /// <summary>Where to listen. Port 0 takes a free one. Only loopback, unless <see cref="AllowRemote"/>.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>Whether <see cref="Url"/> may be an address that other machines reach.</summary>
    public bool AllowRemote { get; init; }

    /// <summary>The key that <c>Ocp-Apim-Subscription-Key</c> must carry; null lets everybody in.</summary>
    public string? Key { get; init; } = "sandbox-key";

    /// <summary>The token that <c>Authorization: Bearer</c> may carry instead; null accepts no token.</summary>
    public string? Token { get; init; }

    /// <summary>The key of the control endpoints under <c>/_emulator</c>; null leaves them out.</summary>
    public string? ControlKey { get; init; }

    /// <summary>A folder of saved job bodies to serve; null serves none.</summary>
    public string? JobsFolder { get; init; }

    /// <summary>Whether saved jobs run through their life when they are loaded, for <see cref="JobDuration"/>. If not, they are finished.</summary>
    public bool ReplaySavedJobs { get; init; }

    /// <summary>A folder of projects in the format that the service exports; null loads none.</summary>
    public string? ProjectsFolder { get; init; }

    /// <summary>Projects that answer from lists of phrases, besides those of <see cref="ProjectsFolder"/>.</summary>
    public IReadOnlyList<GazetteerProject> Projects { get; init; } = [];

    /// <summary>
    /// The versions of the job API that are served, such as <c>v3.2-preview.2</c> and <c>2025-11-01</c>. Any other version gets the
    /// gateway's 404. Empty serves every version that the emulator knows.
    /// </summary>
    public IReadOnlyList<string> ApiVersions { get; init; } = [];

    /// <summary>How many requests are let through in any 60 seconds before 429 is the answer; 0 lets all through.</summary>
    public int RequestsPerMinute { get; init; }

    /// <summary>How the emulator misbehaves; by default it does not.</summary>
    public FaultOptions Faults { get; init; } = new();

    /// <summary>How long each answer waits before it is sent, in real time.</summary>
    public TimeRange Latency { get; init; }

    /// <summary>How long a job takes from not started to finished, on the clock of <see cref="TimeProvider"/>.</summary>
    public TimeRange JobDuration { get; init; }

    /// <summary>In whose shape jobs of the v3 route are answered.</summary>
    public EmulatorDialect Dialect { get; init; }

    /// <summary>What makes the random draws repeatable.</summary>
    public int Seed { get; init; }

    /// <summary>The clock of jobs and of their expiry. Latency is always real time.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where log lines go; null logs nothing.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }
}
