using LanguageJobs.Emulator;
using LanguageJobs.Emulator.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;

namespace LanguageJobs.Tests.Emulator;

public class CommandLineTests
{
    [Fact]
    public void Faults_are_read_as_shares_and_kinds()
    {
        var faults = FaultArgument.Parse("requests=0.1 kinds=500,body-cut documents=0.02 tasks=1");

        Assert.Equal(0.1, faults.Rate);
        Assert.Equal(FaultKinds.InternalServerError | FaultKinds.BodyCut, faults.Kinds);
        Assert.Equal(0.02, faults.FailedDocuments);
        Assert.Equal(1, faults.FailedTasks);
        Assert.Equal(0, faults.FailedJobs);
    }

    [Theory]
    [InlineData("requests=2")]
    [InlineData("requests=-0.1")]
    [InlineData("requests=often")]
    [InlineData("kinds=418")]
    [InlineData("weather=0.5")]
    [InlineData("0.5")]
    public void A_fault_that_cannot_be_read_is_refused(string text) =>
        Assert.Throws<FormatException>(() => FaultArgument.Parse(text));

    [Theory]
    [InlineData("'soon' is not a time", "--latency", "soon")]
    [InlineData("loopback only", "--urls", "http://0.0.0.0:0")]
    [InlineData("'http://192.0.2.7:0' is not an address of this machine", "--urls", "http://192.0.2.7:0", "--allow-remote")]
    [InlineData("does not exist", "--jobs", "/no/such/folder")]
    [InlineData("The rate limit is -5", "--rate-limit", "-5")]
    [InlineData("'-1s' is not a time", "--job-duration", "-1s")]
    [InlineData("'99999999999999h' is not a time", "--job-duration", "99999999999999h")]
    [InlineData("needs --certificate", "--certificate-key", "{file}")]
    [InlineData("The certificate", "--certificate", "{file}")]
    [InlineData("not a version", "--api-versions", "v9")]
    [InlineData("--colour", "--colour", "red")]
    public async Task A_bad_argument_ends_with_1_and_says_why_in_one_line(string complaint, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        folder.Write("some.pem", "nothing");
        var file = Path.Combine(folder.Path, "some.pem");
        var errors = new StringWriter();

        var code = await Invoke([.. arguments.Select(argument => argument.Replace("{file}", file)), "--log", "none"], errors: errors);

        Assert.Equal(1, code);
        Assert.Contains(complaint, errors.ToString());
        Assert.InRange(errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, 1, 2);
    }

    [Fact]
    public async Task Help_explains_every_option()
    {
        var output = new StringWriter();

        await Invoke(["--help"], output);

        Assert.All(EmulatorArguments.All, option =>
        {
            Assert.False(string.IsNullOrEmpty(option.Description), option.Name);
            Assert.Contains(option.Name, output.ToString());
        });
    }

    [Fact]
    public void Options_come_from_the_environment_unless_the_command_line_has_them()
    {
        var environment = new Dictionary<string, string>
        {
            ["LANGUAGE_EMULATOR_RATE_LIMIT"] = "7",
            ["LANGUAGE_EMULATOR_KEY"] = "from environment",
            ["LANGUAGE_EMULATOR_NO_CONTROL"] = "true",
            ["LANGUAGE_EMULATOR_FAULT"] = "requests=0.5 kinds=500",
        };

        var options = Read(["--key", "from command line"], environment);

        Assert.Equal(7, options.RequestsPerMinute);
        Assert.Equal("from command line", options.Key);
        Assert.Null(options.ControlKey);
        Assert.Equal(FaultKinds.InternalServerError, options.Faults.Kinds);
    }

    [Fact]
    public void The_key_none_lets_everybody_in() => Assert.Null(Read(["--key", "none"]).Key);

    [Fact]
    public void Without_arguments_control_is_on_and_port_5000_is_left_to_others()
    {
        var options = Read([]);

        Assert.Equal("sandbox-control-key", options.ControlKey);
        Assert.Equal("http://127.0.0.1:5588", options.Url);
    }

    [Fact]
    public async Task Evaluating_a_folder_without_projects_ends_with_1_and_says_why()
    {
        using var folder = new TemporaryFolder();
        var errors = new StringWriter();

        var code = await Invoke(["evaluate", folder.Path], errors: errors);

        Assert.Equal(1, code);
        Assert.Contains("has no project", errors.ToString());
    }

    private static async Task<int> Invoke(string[] arguments, TextWriter? output = null, TextWriter? errors = null)
    {
        var command = EmulatorCommand.Parse(arguments, _ => null);
        command.InvocationConfiguration.Output = output ?? TextWriter.Null;
        command.InvocationConfiguration.Error = errors ?? TextWriter.Null;
        return await command.InvokeAsync(command.InvocationConfiguration);
    }

    private static EmulatorOptions Read(string[] arguments, Dictionary<string, string>? environment = null)
    {
        var command = EmulatorCommand.Parse(arguments, name => environment?.GetValueOrDefault(name));
        Assert.Empty(command.Errors);
        return EmulatorArguments.Read(command, NullLoggerFactory.Instance);
    }
}
