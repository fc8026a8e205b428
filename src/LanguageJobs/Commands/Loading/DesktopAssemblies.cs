using System.Reflection;

namespace LanguageJobs.Commands;

/// <summary>
/// Finds the module's dependencies on Windows PowerShell 5.1: .NET Framework does not include them, so they are in the folder <c>net472</c>
/// beside the module. Other modules' assemblies get nothing from there.
/// </summary>
internal static class DesktopAssemblies
{
    private static readonly Assembly Module = typeof(DesktopAssemblies).Assembly;
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Module.Location)!, "net472");

    // Each runspace that imports the module attaches once more, and detaches when it removes the module: the last one ends it.
    public static void Attach() => AppDomain.CurrentDomain.AssemblyResolve += Resolve;

    public static void Detach() => AppDomain.CurrentDomain.AssemblyResolve -= Resolve;

    /// <summary>The file that has an assembly; null where it is not there in that version or a later one, or where a stranger asks.</summary>
    /// <param name="folder">Where the files are.</param>
    /// <param name="asked">The full name of the assembly.</param>
    /// <param name="requesting">The assembly that needs it; null where nobody knows.</param>
    public static string? FileOf(string folder, AssemblyName asked, Assembly? requesting)
    {
        if (requesting != Module && !folder.Equals(FolderOf(requesting), StringComparison.OrdinalIgnoreCase))
            return null;
        var file = Path.Combine(folder, $"{asked.Name}.dll");
        return File.Exists(file) && Satisfies(AssemblyName.GetAssemblyName(file), asked) ? file : null;
    }

    private static Assembly? Resolve(object sender, ResolveEventArgs missing) =>
        FileOf(Folder, new AssemblyName(missing.Name), missing.RequestingAssembly) is { } file ? Assembly.LoadFrom(file) : null;

    private static string? FolderOf(Assembly? assembly) =>
        assembly is { IsDynamic: false, Location: { Length: > 0 } location } ? Path.GetDirectoryName(location) : null;

    // By name: what reads as array.SequenceEqual(…) is a method of spans, which are in one of the files.
    private static bool Satisfies(AssemblyName found, AssemblyName asked) =>
        asked.Version <= found.Version && Enumerable.SequenceEqual(asked.GetPublicKeyToken() ?? [], found.GetPublicKeyToken() ?? []);
}
