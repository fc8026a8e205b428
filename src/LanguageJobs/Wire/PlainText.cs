using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace LanguageJobs.Wire;

/// <summary>Strings as JSON mostly holds them: between quotes, without escapes.</summary>
internal static class PlainText
{
    private const ulong Each = 0x0101010101010101;
    private const ulong High = 0x80 * Each;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>How many bytes stand before the closing quote; -1 where an escape or a control character comes first, or fewer than eight bytes are left.</summary>
    [MethodImpl(PerRow.Optimized)]
    public static int Length(ReadOnlySpan<byte> utf8)
    {
        for (var start = 0; utf8.Length - start >= sizeof(ulong); start += sizeof(ulong))
        {
            var special = Special(BinaryPrimitives.ReadUInt64LittleEndian(utf8.Slice(start)));
            if (special == 0)
                continue;
            // The bits below the lowest that is set are as many as the bytes before it, times eight, and seven.
            var place = start + (int)(((((special - 1) & ~special) >> 7) & Each) * Each >> 56);
            return utf8[place] == '"' ? place : -1;
        }
        return -1;
    }

    /// <summary>The string that some bytes spell.</summary>
    /// <exception cref="InvalidOperationException">They are not valid UTF-8.</exception>
    public static unsafe string Decode(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return "";
        try
        {
            fixed (byte* bytes = utf8)
                return Strict.GetString(bytes, utf8.Length);
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidOperationException(e.Message, e);
        }
    }

    // Sets the high bit of the first quote, backslash or control character among eight bytes (H. S. Warren, Hacker's Delight, 6-1).
    [MethodImpl(PerRow.Inlined)]
    private static ulong Special(ulong eight) =>
        (Below(eight, 0x20) | Below(eight ^ ('"' * Each), 1) | Below(eight ^ ('\\' * Each), 1)) & High;

    [MethodImpl(PerRow.Inlined)]
    private static ulong Below(ulong eight, byte bound) => (eight - bound * Each) & ~eight;
}
