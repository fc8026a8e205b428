using LanguageJobs.Storage;

namespace LanguageJobs.Runs;

/// <summary>Reads the lines of a shard's journal, also while it is written.</summary>
internal static class JournalFile
{
    /// <summary>The lines that can be read; none where there is no journal.</summary>
    /// <exception cref="IOException">The journal cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not read it.</exception>
    public static IEnumerable<JournalEntry> Entries(string path)
    {
        if (!File.Exists(path))
            yield break;
        using var reader = new JournalReader(path);
        while (reader.Read())
        {
            if (JournalLine.Read(reader.Line) is { } entry)
                yield return entry;
        }
    }
}
