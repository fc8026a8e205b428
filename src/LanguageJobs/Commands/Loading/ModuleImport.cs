using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>What happens when the module is imported and when it is removed.</summary>
public sealed class ModuleImport : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly bool IsDesktop = typeof(object).Assembly.GetName().Name == "mscorlib";

    /// <summary>Called by PowerShell before the module's first command.</summary>
    /// <exception cref="PSNotSupportedException">This version of PowerShell lacks what the module needs.</exception>
    public void OnImport()
    {
        if (IsDesktop)
            DesktopAssemblies.Attach();
        else if (SupportedEngine.Refusal(typeof(PSObject).Assembly.GetName().Version!) is { } refusal)
            throw new PSNotSupportedException(refusal);
    }

    /// <summary>Called by PowerShell when the module is removed from a session.</summary>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        if (IsDesktop)
            DesktopAssemblies.Detach();
    }
}
