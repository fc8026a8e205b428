using System.Reflection;

namespace LanguageJobs.Storage;

/// <summary>
/// Folders and files that only their owner may read, where the system has such modes. On Windows they inherit what the user's profile
/// folder allows. .NET Standard has no call for it, .NET 7 and later have.
/// </summary>
internal static class OwnerOnly
{
    // Read, write and search, or read and write, for the owner: 0700 and 0600.
    private const int FolderMode = 0b111_000_000;
    private const int FileMode = 0b110_000_000;

    private static readonly Type? UnixFileMode = typeof(File).Assembly.GetType("System.IO.UnixFileMode");

    private static readonly MethodInfo? SetUnixFileMode =
        UnixFileMode is null ? null : typeof(File).GetMethod("SetUnixFileMode", [typeof(string), UnixFileMode]);

    /// <summary>Makes a folder. One that exists already keeps its mode: it is the user's choice.</summary>
    public static void CreateFolder(string path)
    {
        if (Directory.Exists(path))
            return;
        Directory.CreateDirectory(path);
        Restrict(path, FolderMode);
    }

    public static void RestrictFile(string path) => Restrict(path, FileMode);

    private static void Restrict(string path, int mode)
    {
        if (SetUnixFileMode is null || Path.DirectorySeparatorChar != '/')
            return;
        try
        {
            SetUnixFileMode.Invoke(null, [path, Enum.ToObject(UnixFileMode!, mode)]);
        }
        catch (TargetInvocationException)
        {
            // A file system without modes, such as a memory stick's.
        }
    }
}
