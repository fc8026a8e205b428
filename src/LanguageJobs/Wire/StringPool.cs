using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace LanguageJobs.Wire;

/// <summary>
/// Gives words that come again and again (categories, ids, kinds) as one shared string. A fixed table in which the newest
/// word wins its place: memory stays bounded however many different words pass, and threads may share it without a lock.
/// </summary>
internal sealed class StringPool
{
    private const int Bits = 10;
    private const ulong Spread = 0x9E3779B97F4A7C15;
    private const int LongestWord = 64;

    private readonly Word?[] words = new Word?[1 << Bits];

    /// <summary>The string that <paramref name="utf8"/> spells; a long one, which is not worth pooling, is made anew.</summary>
    /// <exception cref="InvalidOperationException">The bytes are not valid UTF-8.</exception>
    [MethodImpl(PerRow.Optimized)]
    public string Find(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestWord)
            return PlainText.Decode(utf8);

        ref var place = ref words[Place(utf8)];
        var word = place;
        if (word is null || !utf8.SequenceEqual(word.Utf8))
            place = word = new Word(utf8);
        return word.Text;
    }

    // The first and the last eight bytes tell ids and categories apart; a loop over all of them would cost more than the rest.
    [MethodImpl(PerRow.Inlined)]
    private static int Place(ReadOnlySpan<byte> utf8)
    {
        var hash = (ulong)utf8.Length;
        if (utf8.Length < sizeof(ulong))
        {
            foreach (var b in utf8)
                hash = (hash << 8) | b;
        }
        else
        {
            hash += BinaryPrimitives.ReadUInt64LittleEndian(utf8);
            hash = (hash * Spread) ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8.Slice(utf8.Length - sizeof(ulong)));
        }
        return (int)((hash * Spread) >> (64 - Bits));
    }

    private sealed class Word(ReadOnlySpan<byte> utf8)
    {
        public byte[] Utf8 { get; } = utf8.ToArray();

        public string Text { get; } = PlainText.Decode(utf8);
    }
}
