using System.Management.Automation;
using System.Reflection;

namespace LanguageJobs.Commands;

/// <summary>
/// Finds the module's dependencies on Windows PowerShell 5.1, whose .NET Framework does not include them; they are in the folder
/// <c>net472</c> beside the module. PowerShell 7 has them: nothing is done there.
/// </summary>
public sealed class DesktopAssemblies : IModuleAssemblyInitializer
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(typeof(DesktopAssemblies).Assembly.Location)!, "net472");

    /// <summary>Called by PowerShell before the module's first command.</summary>
    public void OnImport()
    {
        if (typeof(object).Assembly.GetName().Name == "mscorlib")
            AppDomain.CurrentDomain.AssemblyResolve += (_, missing) => Find(missing);
    }

    // Any requested version resolves to the tested one, but never for another module's assemblies.
    private static Assembly? Find(ResolveEventArgs missing)
    {
        var file = Path.Combine(Folder, $"{new AssemblyName(missing.Name).Name}.dll");
        return IsOurs(missing.RequestingAssembly) && File.Exists(file) ? Assembly.LoadFrom(file) : null;
    }

    private static bool IsOurs(Assembly? assembly) => assembly is null
        || assembly == typeof(DesktopAssemblies).Assembly
        || Folder.Equals(Path.GetDirectoryName(assembly.Location), StringComparison.OrdinalIgnoreCase);
}
