using System.Management.Automation;
using System.Xml.Linq;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Help;

/// <summary>Help says what the code does: in Markdown, and in the MAML that Get-Help reads.</summary>
public class HelpTests
{
    private static readonly XDocument Maml = XDocument.Load(Repository.PathOf("src/LanguageJobs/en-US/LanguageJobs.dll-Help.xml"));

    public static TheoryData<string> Pages() => [.. HelpPage.Commands];

    [Fact]
    public void Every_command_has_a_page_and_every_page_a_command()
    {
        using var session = new PowerShellSession();

        var commands = session.Run("Get-Command -Module LanguageJobs").ThrowIfFailed().Output.Select(command => ((CmdletInfo)command.BaseObject).Name);

        Assert.Equal(commands.Order(), HelpPage.Commands);
    }

    // The build makes one constant of each page; it is empty while the project has no public address.
    [Theory]
    [MemberData(nameof(Pages))]
    public void A_command_names_the_address_of_its_page(string command)
    {
        var name = command.Replace("-", "", StringComparison.Ordinal);

        var source = File.ReadAllText(Repository.PathOf($"src/LanguageJobs/Commands/{name}Command.cs"));

        Assert.Contains($"HelpUri = HelpPages.{name}", source, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Parameters_are_the_same_in_code_markdown_and_maml(string command)
    {
        var code = Lines(ParameterFacts.OfCode(CmdletOf(command)));
        var markdown = Lines(HelpPage.Of(command).Parameters);
        var maml = Lines(ParameterFacts.OfMaml(Maml, command));

        Assert.Equal(code, markdown);
        // MAML has room for one form of a parameter, Markdown's first.
        Assert.Equal(markdown.Select(NameOf).Distinct(), maml.Select(NameOf));
        Assert.Subset(markdown.ToHashSet(), maml.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_is_finished(string command)
    {
        var page = HelpPage.Of(command);

        Assert.DoesNotContain("{{", page.Text);
        Assert.DoesNotContain("ProgressAction", page.Text);
        Assert.True(page.Examples.Length >= 3, "at least three examples");
        Assert.All(["SYNOPSIS", "DESCRIPTION", "INPUTS", "OUTPUTS", "RELATED LINKS"], heading => Assert.NotEmpty(page.Section(heading).Trim()));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Outputs_are_those_that_the_command_declares(string command)
    {
        var declared = CmdletOf(command).OutputType.Select(type => type.Name);

        Assert.All(declared, name => Assert.Contains($"### {name}", HelpPage.Of(command).Section("OUTPUTS")));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_somewhere(string command) => Assert.All(
        System.Text.RegularExpressions.Regex.Matches(HelpPage.Of(command).Section("RELATED LINKS"), @"\]\((.+?)\)").Select(match => match.Groups[1].Value),
        link => Assert.True(link.StartsWith("https://", StringComparison.Ordinal) || File.Exists(Repository.PathOf("docs/en-US", link)), link));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Get_Help_shows_the_page(string command)
    {
        using var session = new PowerShellSession();

        var help = session.Run($"Get-Help {command} -Full").ThrowIfFailed().Output.Single();

        Assert.Equal(HelpPage.Of(command).Section("SYNOPSIS").Trim(), $"{help.Properties["Synopsis"].Value}".Trim());
        Assert.NotNull(help.Properties["examples"]?.Value);
    }

    [Fact]
    public void Get_Help_shows_the_topic()
    {
        using var session = new PowerShellSession();

        var help = session.Run("Get-Help about_LanguageJobs").ThrowIfFailed().Output.Single();

        Assert.Contains("WAYS TO SPECIFY A JOB", $"{help}");
        Assert.DoesNotContain("`", $"{help}");
    }

    // The tool that makes MAML loses underscores in some places.
    [Fact]
    public void No_variable_of_the_prose_lost_its_underscore() => Assert.DoesNotContain("$ .", Maml.ToString());

    private static CmdletInfo CmdletOf(string command)
    {
        using var session = new PowerShellSession();
        return (CmdletInfo)session.Run($"Get-Command {command}").ThrowIfFailed().Output.Single().BaseObject;
    }

    private static string[] Lines(IEnumerable<ParameterFacts> parameters) => [.. parameters.Select(parameter => $"{parameter}").Order(StringComparer.Ordinal)];

    private static string NameOf(string line) => line.Split(',')[0];
}
