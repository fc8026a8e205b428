namespace LanguageJobs.Wire;

/// <summary>
/// Gives words that come again and again (categories, ids, kinds) as one shared string. A fixed table in which the newest
/// word wins its place: memory stays bounded however many different words pass, and threads may share it without a lock.
/// </summary>
internal sealed class StringPool
{
    private const int Places = 1024;
    private const int LongestWord = 64;

    private readonly Word?[] words = new Word?[Places];

    /// <summary>The string that <paramref name="utf8"/> spells, or null when it is not worth pooling.</summary>
    public string? Find(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestWord)
            return null;

        ref var place = ref words[Hash(utf8) & (Places - 1)];
        var word = place;
        if (word is null || !utf8.SequenceEqual(word.Utf8))
            place = word = new Word(utf8);
        return word.Text;
    }

    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        // FNV-1a
        var hash = 2166136261u;
        foreach (var b in utf8)
            hash = (hash ^ b) * 16777619u;
        return hash ^ (hash >> 15);
    }

    private sealed class Word
    {
        public Word(ReadOnlySpan<byte> utf8)
        {
            Utf8 = utf8.ToArray();
            Text = System.Text.Encoding.UTF8.GetString(Utf8);
        }

        public byte[] Utf8 { get; }

        public string Text { get; }
    }
}
