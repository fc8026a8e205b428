using System.CommandLine;
using System.CommandLine.Parsing;

namespace LanguageJobs.Emulator;

/// <summary>The command line.</summary>
internal static class EmulatorCommand
{
    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Where to listen. Port 0 takes a free one.",
        HelpName = "url",
        DefaultValueFactory = _ => "http://127.0.0.1:5000",
    };

    private static readonly Option<string> Key = new("--key")
    {
        Description = "The key that clients must send in Ocp-Apim-Subscription-Key.",
        HelpName = "key",
        DefaultValueFactory = _ => "sandbox-key",
    };

    private static readonly Option<DirectoryInfo> Jobs = new Option<DirectoryInfo>("--jobs")
    {
        Description = "A folder of saved job bodies (*.json) to serve.",
        HelpName = "folder",
    }.AcceptExistingOnly();

    private static readonly Option<TimeRange> Latency = new("--latency")
    {
        Description = "How long every answer waits: 50ms, 2s, or a range such as 20ms..80ms.",
        HelpName = "time",
        CustomParser = ReadTime,
    };

    private static readonly Option<TimeRange> JobDuration = new("--job-duration")
    {
        Description = "How long a job takes from notStarted to finished: 10s, or a range such as 2s..20s.",
        HelpName = "time",
        CustomParser = ReadTime,
    };

    public static RootCommand Create()
    {
        var command = new RootCommand("A local stand-in for the asynchronous jobs of Azure AI Language.")
        {
            Urls, Key, Jobs, Latency, JobDuration,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult arguments, CancellationToken stop)
    {
        try
        {
            await using var emulator = await LanguageEmulator.StartAsync(ReadOptions(arguments), stop);
            await arguments.InvocationConfiguration.Output.WriteLineAsync($"Listening on {emulator.Endpoint}. Ctrl+C ends it.");
            await Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => { }, TaskScheduler.Default);
            return 0;
        }
        catch (Exception e) when (e is ArgumentException or IOException or InvalidDataException)
        {
            await arguments.InvocationConfiguration.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static EmulatorOptions ReadOptions(ParseResult arguments) => new()
    {
        Url = arguments.GetRequiredValue(Urls),
        Key = arguments.GetRequiredValue(Key),
        JobsFolder = arguments.GetValue(Jobs)?.FullName,
        Latency = arguments.GetValue(Latency),
        JobDuration = arguments.GetValue(JobDuration),
    };

    private static TimeRange ReadTime(ArgumentResult result)
    {
        try
        {
            return TimeRange.Parse(result.Tokens.Single().Value);
        }
        catch (FormatException e)
        {
            result.AddError(e.Message);
            return default;
        }
    }
}
