using System.Reflection;

namespace LanguageJobs.Commands;

/// <summary>
/// Finds the module's dependencies on Windows PowerShell 5.1: .NET Framework does not include them, so they are in the folder <c>net472</c>
/// beside the module. Other modules are not affected.
/// </summary>
internal static class DesktopAssemblies
{
    private static readonly Assembly Module = typeof(DesktopAssemblies).Assembly;
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Module.Location)!, "net472");

    // Each import adds a handler and each removal takes one away, so the last runspace that removes the module ends this.
    public static void Attach() => AppDomain.CurrentDomain.AssemblyResolve += Resolve;

    public static void Detach() => AppDomain.CurrentDomain.AssemblyResolve -= Resolve;

    /// <summary>The file that has an assembly; null if there is none in that version or a later one, or if the module did not ask.</summary>
    /// <param name="folder">Where the files are.</param>
    /// <param name="asked">The full name of the assembly.</param>
    /// <param name="requesting">The assembly that needs it; null if that is unknown.</param>
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

    // Called as a static method: array.SequenceEqual(…) would use spans, which are in one of the files to be found.
    private static bool Satisfies(AssemblyName found, AssemblyName asked) =>
        asked.Version <= found.Version && Enumerable.SequenceEqual(asked.GetPublicKeyToken() ?? [], found.GetPublicKeyToken() ?? []);
}
