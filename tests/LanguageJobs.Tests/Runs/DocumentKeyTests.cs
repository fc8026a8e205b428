using LanguageJobs.Runs;

namespace LanguageJobs.Tests.Runs;

public class DocumentKeyTests
{
    // Any tool can compute a shard: int.from_bytes(hashlib.sha256(id.encode()).digest()[:8], 'big') % count
    [Theory]
    [InlineData("doc-1", 64, 25)]
    [InlineData("doc-1", 7, 1)]
    [InlineData("agreement-001.txt", 64, 55)]
    [InlineData("agreement-001.txt", 7, 4)]
    [InlineData("", 64, 20)]
    [InlineData("doc-1", 1, 0)]
    public void A_shard_is_the_start_of_the_hash_of_the_id_modulo_the_number_of_shards(string id, int count, int shard) =>
        Assert.Equal(shard, DocumentKey.Shard(id, count));

    [Fact]
    public void A_content_is_text_and_language()
    {
        Assert.Equal(DocumentKey.OfContent("tea", null), DocumentKey.OfContent("tea", null));
        Assert.NotEqual(DocumentKey.OfContent("tea", null), DocumentKey.OfContent("tea.", null));
        Assert.NotEqual(DocumentKey.OfContent("tea", null), DocumentKey.OfContent("tea", "en"));
        Assert.NotEqual(DocumentKey.OfContent("tea", "de"), DocumentKey.OfContent("tea", "en"));
    }
}
