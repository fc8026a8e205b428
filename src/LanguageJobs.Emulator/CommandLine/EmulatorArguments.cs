using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.Extensions.Logging;

namespace LanguageJobs.Emulator.CommandLine;

/// <summary>The options of the command line, in the order in which help lists them.</summary>
internal static class EmulatorArguments
{
    /// <summary>What <c>--key</c> says to let everybody in.</summary>
    private const string NoKey = "none";

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Where to listen, by http or https. Port 0 takes a free one.",
        HelpName = "url",
        DefaultValueFactory = _ => "http://127.0.0.1:5588",
    };

    private static readonly Option<bool> AllowRemote = new("--allow-remote")
    {
        Description = "Lets --urls be an address that other machines can reach.",
    };

    private static readonly Option<FileInfo> Certificate = new Option<FileInfo>("--certificate")
    {
        Description = "The certificate for https, PEM or PFX. If not given, the development certificate (dotnet dev-certs https) is used.",
        HelpName = "file",
    }.AcceptExistingOnly();

    private static readonly Option<FileInfo> CertificateKey = new Option<FileInfo>("--certificate-key")
    {
        Description = "The private key of a PEM certificate, where it is in a file of its own.",
        HelpName = "file",
    }.AcceptExistingOnly();

    private static readonly Option<string?> CertificatePassword = new("--certificate-password")
    {
        Description = "The password of the PFX file or of the private key.",
        HelpName = "password",
    };

    private static readonly Option<string[]> Cors = new("--cors")
    {
        Description = "The origins from which pages in a browser may call, such as http://localhost:3000, or * for all.",
        HelpName = "origin",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string> Key = new("--key")
    {
        Description = "The key that clients must send in Ocp-Apim-Subscription-Key; 'none' lets everybody in.",
        HelpName = "key",
        DefaultValueFactory = _ => "sandbox-key",
    };

    private static readonly Option<string?> Token = new("--token")
    {
        Description = "A token that clients may send instead, as Authorization: Bearer.",
        HelpName = "token",
    };

    private static readonly Option<string> ControlKey = new("--control-key")
    {
        Description = "The key that control requests (/_emulator/…) must send in Emulator-Control-Key.",
        HelpName = "key",
        DefaultValueFactory = _ => "sandbox-control-key",
    };

    private static readonly Option<bool> NoControl = new("--no-control")
    {
        Description = "Leaves out the control endpoints.",
    };

    private static readonly Option<FileSystemInfo> Projects = new Option<FileSystemInfo>("--projects")
    {
        Description = "A folder of projects as the service exports them (*.json, documents beside it), or one such file. Their models are learned at start and kept.",
        HelpName = "folder",
    }.AcceptExistingOnly();

    private static readonly Option<DirectoryInfo> Models = new("--models")
    {
        Description = "Where learned models are kept. If not given, each project has a folder .models beside it.",
        HelpName = "folder",
    };

    private static readonly Option<DirectoryInfo> Jobs = new Option<DirectoryInfo>("--jobs")
    {
        Description = "A folder of saved job bodies (*.json, *.json.gz) to serve, for example what Export-LanguageJob wrote.",
        HelpName = "folder",
    }.AcceptExistingOnly();

    private static readonly Option<bool> ReplayJobs = new("--replay-jobs")
    {
        Description = "Lets saved jobs run for --job-duration from the start. If not given, they are finished at once.",
    };

    private static readonly Option<string[]> ApiVersions = new("--api-versions")
    {
        Description = "The only versions of the job API to serve, such as v3.2-preview.2 or 2025-11-01. Others get the gateway's 404. "
            + "If not given, all known versions are served.",
        HelpName = "version",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries))],
    };

    private static readonly Option<TimeRange> Latency = new("--latency")
    {
        Description = "How long every answer waits: 50ms, 2s, or a range such as 20ms..80ms.",
        HelpName = "time",
        CustomParser = result => Read(result, TimeRange.Parse),
    };

    private static readonly Option<TimeRange> JobDuration = new("--job-duration")
    {
        Description = "How long a job takes from notStarted to finished: 10s, or a range such as 2s..20s.",
        HelpName = "time",
        CustomParser = result => Read(result, TimeRange.Parse),
        DefaultValueFactory = _ => TimeSpan.FromSeconds(3),
    };

    private static readonly Option<int> RateLimit = new("--rate-limit")
    {
        Description = "Requests per minute, beyond which the answer is 429. 0 is no limit; the service's is 1000.",
        HelpName = "requests",
    };

    private static readonly Option<FaultOptions> Fault = new("--fault")
    {
        Description = "What goes wrong, as shares from 0 to 1; may be given several times. requests=0.1 lets a tenth of all requests "
            + "meet a fault of the kinds=408,429,500,503,504,cut,body-cut,slow (all of them if kinds is not given); "
            + "jobs=, tasks= and documents= let those fail.",
        HelpName = "what=share",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result => Read(result, FaultArgument.Parse),
    };

    private static readonly Option<EmulatorDialect> Dialect = new("--dialect")
    {
        Description = "The shape of v3 answers: as the service was recorded, or as its documentation has it.",
        HelpName = "recorded|documented",
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Makes random draws repeat.",
        HelpName = "number",
    };

    private static readonly Option<LogFormat> Log = new("--log")
    {
        Description = "One line for each request: text, json or none.",
        HelpName = "text|json|none",
    };

    private static readonly Option<FileInfo> PortFile = new("--port-file")
    {
        Description = "A file to write the port to when the emulator is ready. It is removed at the end.",
        HelpName = "file",
    };

    private static readonly Option<bool> UntilStdinCloses = new("--until-stdin-closes")
    {
        Description = "Ends when standard input is closed, as it is when the program that started the emulator ends.",
    };

    public static IEnumerable<Option> All =>
    [
        Urls, AllowRemote, Certificate, CertificateKey, CertificatePassword, Cors, Key, Token, ControlKey, NoControl, Projects, Models,
        Jobs, ReplayJobs, ApiVersions, Latency, JobDuration, RateLimit, Fault, Dialect, Seed, Log, PortFile, UntilStdinCloses,
    ];

    public static LogFormat LogFormatOf(ParseResult arguments) => arguments.GetValue(Log);

    public static string? PortFileOf(ParseResult arguments) => arguments.GetValue(PortFile)?.FullName;

    public static bool EndsWithStandardInput(ParseResult arguments) => arguments.GetValue(UntilStdinCloses);

    /// <exception cref="InvalidDataException">The certificate cannot be used.</exception>
    public static EmulatorOptions Read(ParseResult arguments, ILoggerFactory log) => new()
    {
        Url = arguments.GetRequiredValue(Urls),
        AllowRemote = arguments.GetValue(AllowRemote),
        Certificate = CertificateFile.Load(
            arguments.GetValue(Certificate)?.FullName, arguments.GetValue(CertificateKey)?.FullName, arguments.GetValue(CertificatePassword)),
        CorsOrigins = arguments.GetValue(Cors) ?? [],
        Key = arguments.GetRequiredValue(Key) is var key && key == NoKey ? null : key,
        Token = arguments.GetValue(Token),
        ControlKey = arguments.GetValue(NoControl) ? null : arguments.GetRequiredValue(ControlKey),
        ProjectsFolder = arguments.GetValue(Projects)?.FullName,
        ModelsFolder = arguments.GetValue(Models)?.FullName,
        JobsFolder = arguments.GetValue(Jobs)?.FullName,
        ReplaySavedJobs = arguments.GetValue(ReplayJobs),
        ApiVersions = arguments.GetValue(ApiVersions) ?? [],
        Latency = arguments.GetValue(Latency),
        JobDuration = arguments.GetValue(JobDuration),
        RequestsPerMinute = arguments.GetValue(RateLimit),
        Faults = arguments.GetValue(Fault) ?? new FaultOptions(),
        Dialect = arguments.GetValue(Dialect),
        Seed = arguments.GetValue(Seed),
        LoggerFactory = log,
    };

    private static T Read<T>(ArgumentResult result, Func<string, T> parse)
    {
        try
        {
            return parse(string.Join(' ', result.Tokens.Select(token => token.Value)));
        }
        catch (FormatException e)
        {
            result.AddError(e.Message);
            return default!;
        }
    }
}
