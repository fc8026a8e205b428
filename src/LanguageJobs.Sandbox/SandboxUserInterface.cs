using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace LanguageJobs.Sandbox;

/// <summary>Writes every stream to the console; asks nothing, since a script in the sandbox runs unattended.</summary>
internal sealed class SandboxUserInterface : PSHostUserInterface
{
    private const int WidthOfAFile = 120;

    public override PSHostRawUserInterface RawUI { get; } =
        new SandboxRawUserInterface(Console.IsOutputRedirected ? WidthOfAFile : Math.Max(Console.WindowWidth, 40));

    public override bool SupportsVirtualTerminal => !Console.IsOutputRedirected;

    public override void Write(string value) => Console.Write(Rendered(value));

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => Console.WriteLine(Rendered(value));

    public override void WriteErrorLine(string value) => WriteLine(value);

    public override void WriteDebugLine(string message) => WriteLine($"DEBUG: {message}");

    public override void WriteVerboseLine(string message) => WriteLine($"VERBOSE: {message}");

    public override void WriteWarningLine(string message) => WriteLine($"WARNING: {message}");

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        // A bar needs a terminal that can be written over; the sandbox shows what lasts.
    }

    public override string ReadLine() => Console.ReadLine() ?? "";

    public override SecureString ReadLineAsSecureString() => throw Unattended();

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) => throw Unattended();

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) => throw Unattended();

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw Unattended();

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) => throw Unattended();

    // A terminal shows colours; a file gets plain text.
    private string Rendered(string value) => GetOutputString(value, SupportsVirtualTerminal);

    private static HostException Unattended() => new("The sandbox asks no questions: give the value as a parameter.");
}
