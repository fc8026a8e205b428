using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;

namespace LanguageJobs.Emulator;

/// <summary>How the emulator listens, whom it lets in and how slow it is.</summary>
public sealed class EmulatorOptions
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(24);

    /// <summary>Where to listen, by http or https. Port 0 takes a free one. Only loopback, unless <see cref="AllowRemote"/>.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>Whether <see cref="Url"/> may be an address that other machines reach.</summary>
    public bool AllowRemote { get; init; }

    /// <summary>The certificate for https, with its private key; null takes the development certificate of this machine.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The origins from which pages in a browser may call, or <c>*</c>; empty answers no CORS request.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];

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

    /// <summary>A folder of projects in the format that the service exports, or one such file; null loads none.</summary>
    public string? ProjectsFolder { get; init; }

    /// <summary>Where learned models are kept; null keeps them beside each project, in <c>.models</c>.</summary>
    public string? ModelsFolder { get; init; }

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

    /// <exception cref="ArgumentException">A number is out of range.</exception>
    internal void Check()
    {
        if (RequestsPerMinute < 0)
            throw new ArgumentException($"The rate limit is {RequestsPerMinute}. It must be 0 (no limit) or more.");
        if (!Latency.IsWithin(LongestDelay) || !Faults.Slowness.IsWithin(LongestDelay))
            throw new ArgumentException("Latency and slow answers must be from 0 to 24 hours.");
        if (!JobDuration.IsWithin(TimeSpan.MaxValue))
            throw new ArgumentException("The duration of jobs must be 0 or more.");
        if (!Faults.Shares.All(share => share is >= 0 and <= 1))
            throw new ArgumentException("Every share of faults must be from 0 to 1.");
    }
}
