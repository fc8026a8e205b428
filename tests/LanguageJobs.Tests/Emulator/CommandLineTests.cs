using LanguageJobs.Emulator;
using LanguageJobs.Emulator.CommandLine;

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
    [InlineData("--latency", "soon", "'soon' is not a time")]
    [InlineData("--urls", "http://0.0.0.0:0", "--allow-remote", "loopback only")]
    [InlineData("--jobs", "/no/such/folder", "does not exist")]
    public async Task A_bad_argument_ends_with_1_and_says_why(params string[] argumentsAndComplaint)
    {
        var arguments = argumentsAndComplaint[..2];
        var errors = new StringWriter();
        var command = EmulatorCommand.Create().Parse(arguments);
        command.InvocationConfiguration.Error = errors;
        command.InvocationConfiguration.Output = new StringWriter();

        var code = await command.InvokeAsync(command.InvocationConfiguration);

        Assert.Equal(1, code);
        Assert.All(argumentsAndComplaint[2..], complaint => Assert.Contains(complaint, errors.ToString()));
    }

    [Fact]
    public async Task Help_explains_every_option()
    {
        var output = new StringWriter();
        var command = EmulatorCommand.Create().Parse(["--help"]);
        command.InvocationConfiguration.Output = output;

        await command.InvokeAsync(command.InvocationConfiguration);

        Assert.All(EmulatorArguments.All, option =>
        {
            Assert.False(string.IsNullOrEmpty(option.Description), option.Name);
            Assert.Contains(option.Name, output.ToString());
        });
    }
}
