namespace LanguageJobs.Emulator;

/// <summary>Reads the text files that people hand to the emulator.</summary>
internal static class TextFile
{
    /// <exception cref="InvalidDataException">The file cannot be read.</exception>
    public static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"'{path}' cannot be read: {e.Message}", e);
        }
    }
}
