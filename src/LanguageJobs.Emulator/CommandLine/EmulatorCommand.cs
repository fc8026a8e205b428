using System.CommandLine;
using LanguageJobs.Emulator.Evaluation;
using Microsoft.Extensions.Logging;

namespace LanguageJobs.Emulator.CommandLine;

/// <summary>The command line.</summary>
internal static class EmulatorCommand
{
    public static RootCommand Create()
    {
        var command = new RootCommand("A local stand-in for the asynchronous jobs of Azure AI Language: custom text classification and custom entity recognition.");
        foreach (var option in EmulatorArguments.All)
            command.Options.Add(option);
        command.SetAction(Run);
        command.Subcommands.Add(CreateEvaluate());
        return command;
    }

    private static Command CreateEvaluate()
    {
        var folder = new Argument<DirectoryInfo>("projects") { Description = "The folder of projects." }.AcceptExistingOnly();
        var command = new Command("evaluate", "Trains every project anew and tells how well it does on its Test documents.") { folder };
        command.SetAction(arguments => EvaluationReport.Write(
            arguments.GetRequiredValue(folder).FullName, arguments.InvocationConfiguration.Output));
        return command;
    }

    private static async Task<int> Run(ParseResult arguments, CancellationToken stop)
    {
        try
        {
            using var log = CreateLog(EmulatorArguments.LogFormatOf(arguments));
            await using var emulator = await LanguageEmulator.StartAsync(EmulatorArguments.Read(arguments, log), stop);
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

    private static ILoggerFactory CreateLog(LogFormat format) => LoggerFactory.Create(log =>
    {
        // The server complains of every connection that is cut, which is what faults are for; the emulator's own lines say it all.
        log.AddFilter("Microsoft", LogLevel.Critical);
        if (format == LogFormat.Json)
            log.AddJsonConsole(console => console.TimestampFormat = "O");
        else if (format == LogFormat.Text)
            log.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss.fff "));
    });
}
