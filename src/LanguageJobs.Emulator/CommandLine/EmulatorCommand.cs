using System.CommandLine;
using System.CommandLine.Invocation;
using LanguageJobs.Emulator.Evaluation;

namespace LanguageJobs.Emulator.CommandLine;

/// <summary>The command line.</summary>
internal static class EmulatorCommand
{
    private const int CannotStart = 1;

    /// <param name="arguments">The command line.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <returns>The command, ready to be invoked.</returns>
    public static ParseResult Parse(string[] arguments, Func<string, string?> environment)
    {
        var command = Create();
        var parsed = command.Parse(arguments);
        if (parsed.CommandResult.Command == command && EnvironmentArguments.For(parsed, EmulatorArguments.All, environment) is { Count: > 0 } more)
            parsed = command.Parse([.. arguments, .. more]);
        // An error is one line; whoever wants the whole help asks for it.
        if (parsed.Action is ParseErrorAction error)
            error.ShowHelp = false;
        return parsed;
    }

    private static RootCommand Create()
    {
        var command = new RootCommand(
            "A local stand-in for the asynchronous jobs of Azure AI Language: custom text classification and custom entity recognition. "
                + "Every option can also be set by an environment variable: LANGUAGE_EMULATOR_RATE_LIMIT stands for --rate-limit.");
        foreach (var option in EmulatorArguments.All)
            command.Options.Add(option);
        command.SetAction(Run);
        command.Subcommands.Add(CreateEvaluate());
        return command;
    }

    private static Command CreateEvaluate()
    {
        var folder = new Argument<DirectoryInfo>("projects") { Description = "The folder of projects." }.AcceptExistingOnly();
        var command = new Command("evaluate", "Trains every project again and reports how well it does on its Test documents.") { folder };
        command.SetAction((arguments, stop) => Guard(arguments, () => Task.Run(
            () => EvaluationReport.Write(arguments.GetRequiredValue(folder).FullName, arguments.InvocationConfiguration.Output, stop), stop)));
        return command;
    }

    private static Task<int> Run(ParseResult arguments, CancellationToken stop) => Guard(arguments, async () =>
    {
        var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (EmulatorArguments.EndsWithStandardInput(arguments))
            _ = StandardInput.Closed(Console.OpenStandardInput()).ContinueWith(_ => ending.Cancel(), TaskScheduler.Default);
        using var lines = new LineLog(EmulatorArguments.LogFormatOf(arguments), arguments.InvocationConfiguration.Output);
        using var portFile = new PortFile(EmulatorArguments.PortFileOf(arguments));
        await using var emulator = await LanguageEmulator.StartAsync(EmulatorArguments.Read(arguments, lines), ending.Token);
        lines.Announce(emulator.Endpoint);
        portFile.Write(emulator.Endpoint.Port);
        await Task.Delay(Timeout.Infinite, ending.Token);
    });

    private static async Task<int> Guard(ParseResult arguments, Func<Task> action)
    {
        try
        {
            await action();
            return 0;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
        catch (Exception e) when (e is ArgumentException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await arguments.InvocationConfiguration.Error.WriteLineAsync(e.Message);
            return CannotStart;
        }
    }
}
