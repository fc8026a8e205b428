using System.Management.Automation.Language;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Help;

/// <summary>Every example of the help runs as it stands, without an error, and shows what the page says it shows.</summary>
[Collection("Environment")]
public class ExampleTests(ExampleRun run) : IClassFixture<ExampleRun>
{
    private static readonly Lazy<HashSet<string>> KnownHere = new(CommandsOfTheHostedEngine);

    public static TheoryData<string, string> Hosted()
    {
        var titles = new TheoryData<string, string>();
        foreach (var example in Examples().Where(RunsHere))
            titles.Add(example.Command, example.Title);
        return titles;
    }

    [Theory]
    [MemberData(nameof(Hosted))]
    public void An_example_runs(string command, string title)
    {
        var example = HelpPage.Of(command).Examples.Single(example => example.Title == title);
        var host = new ScreenHost(80);
        using var session = new PowerShellSession(host);

        session.Run($"$ExecutionContext.SessionState.Path.SetLocation('{run.Folder}') > $null; & {{\n{example.Code}\n}} | Out-Default").ThrowIfFailed();

        if (example.Output is not null)
            Assert.Equal(ExampleRun.Shown(example.Output), ExampleRun.Shown(string.Join("\n", host.Lines)));
    }

    /// <summary>Examples with commands that only pwsh has, such as Export-Csv, all in one process.</summary>
    [PwshFact]
    public async Task Examples_that_need_more_than_the_engine_run_in_pwsh()
    {
        var examples = Examples().Where(example => !RunsHere(example)).ToArray();
        Assert.NotEmpty(examples);

        foreach (var (example, shown) in examples.Zip(await run.InPwshAsync(examples)))
        {
            Assert.False(shown.StartsWith("FAILED", StringComparison.Ordinal), $"{example}: {shown}");
            if (example.Output is not null)
                Assert.Equal(ExampleRun.Shown(example.Output), ExampleRun.Shown(shown));
        }
    }

    private static IEnumerable<HelpExample> Examples() => HelpPage.Commands.SelectMany(command => HelpPage.Of(command).Examples);

    private static bool RunsHere(HelpExample example) => Parser.ParseInput(example.Code, out _, out _)
        .FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>()
        .All(command => command.GetCommandName() is { } name && KnownHere.Value.Contains(name));

    private static HashSet<string> CommandsOfTheHostedEngine()
    {
        using var session = new PowerShellSession();
        var names = session.Run("(Get-Command -CommandType Cmdlet, Function, Alias).Name").ThrowIfFailed().Of<string>();
        return new HashSet<string>(names, StringComparer.OrdinalIgnoreCase);
    }
}
