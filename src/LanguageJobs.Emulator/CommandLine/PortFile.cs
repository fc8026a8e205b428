using System.Globalization;

namespace LanguageJobs.Emulator.CommandLine;

/// <summary>A file that holds the port while the emulator is ready, so that a script can wait for it.</summary>
internal sealed class PortFile : IDisposable
{
    private readonly string? path;

    /// <param name="path">The file; null for none. One that an earlier emulator left is removed.</param>
    public PortFile(string? path)
    {
        this.path = path;
        Dispose();
    }

    /// <summary>Writes the port. Whoever finds the file finds the whole number in it.</summary>
    public void Write(int port)
    {
        if (path is null)
            return;
        var unfinished = $"{path}.{Environment.ProcessId}";
        File.WriteAllText(unfinished, port.ToString(CultureInfo.InvariantCulture) + "\n");
        File.Move(unfinished, path, overwrite: true);
    }

    public void Dispose()
    {
        if (path is not null)
            File.Delete(path);
    }
}
