using System.Globalization;
using System.Management.Automation.Host;

namespace LanguageJobs.Sandbox;

/// <summary>A host that shows a session in this console.</summary>
internal sealed class SandboxHost : PSHost
{
    /// <summary>What a script said with <c>exit</c>; null as long as none has.</summary>
    public int? ExitCode { get; private set; }

    public override string Name => "LanguageJobs sandbox";

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override Version Version => typeof(SandboxHost).Assembly.GetName().Version!;

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override PSHostUserInterface UI { get; } = new SandboxUserInterface();

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw new NotSupportedException("The sandbox has no nested prompts.");

    public override void ExitNestedPrompt() => throw new NotSupportedException("The sandbox has no nested prompts.");

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }
}
