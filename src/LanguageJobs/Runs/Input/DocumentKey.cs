using System.Security.Cryptography;
using System.Text;

namespace LanguageJobs.Runs;

/// <summary>What tells documents of a run apart without keeping their texts: 64 bits of a hash of the id, and 64 of one of the content.</summary>
/// <param name="Id">Says which document it is.</param>
/// <param name="Content">Says whether it is still the same: text and language.</param>
internal readonly record struct DocumentKey(ulong Id, ulong Content)
{
    private const int HalfLength = sizeof(ulong);

    public static DocumentKey Of(string id, string text, string? language) => new(OfId(id), OfContent(text, language));

    /// <summary>A hash of an id. It is not the one that chooses the shard, which documents of one shard have in common.</summary>
    public static ulong OfId(string id) => Half(Sha256(id), HalfLength);

    public static ulong OfContent(string text, string? language) => Half(Sha256(language is null ? text : $"{text}\0{language}"), 0);

    /// <summary>The shard of a document: the first 8 bytes of SHA-256 of its UTF-8 id, big-endian, modulo the number of shards.</summary>
    public static int Shard(string id, int shardCount) => shardCount == 1 ? 0 : (int)(Half(Sha256(id), 0) % (ulong)shardCount);

    private static byte[] Sha256(string text)
    {
        using var sha = SHA256.Create();
        return sha.ComputeHash(Encoding.UTF8.GetBytes(text));
    }

    private static ulong Half(byte[] hash, int start)
    {
        ulong half = 0;
        for (var i = start; i < start + HalfLength; i++)
            half = half << 8 | hash[i];
        return half;
    }
}
