using LanguageJobs.Service;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Service;

public class TokenCredentialTests
{
    private readonly FakeClock clock = new();

    [Fact]
    public async Task A_token_serves_until_five_minutes_before_it_expires()
    {
        var source = new CountingCredential(clock, lifetime: TimeSpan.FromHours(1));

        var first = await TokenOf(source);
        clock.Advance(TimeSpan.FromMinutes(54));
        var later = await TokenOf(source);
        clock.Advance(TimeSpan.FromMinutes(2));
        var renewed = await TokenOf(source);

        Assert.Equal(("token-1", "token-1", "token-2"), (first, later, renewed));
    }

    [Fact]
    public async Task A_source_that_gives_short_lived_tokens_is_not_asked_for_every_request()
    {
        var source = new CountingCredential(clock, lifetime: TimeSpan.FromMinutes(4));

        for (var i = 0; i < 29; i++)
        {
            await TokenOf(source);
            clock.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.Equal(1, source.Asked);

        clock.Advance(TimeSpan.FromSeconds(1));
        await TokenOf(source);
        Assert.Equal(2, source.Asked);
    }

    [Fact]
    public async Task A_source_that_fails_for_a_moment_does_no_harm_while_the_token_at_hand_serves()
    {
        var source = new CountingCredential(clock, lifetime: TimeSpan.FromHours(1));
        await TokenOf(source);
        source.Fails = true;
        clock.Advance(TimeSpan.FromMinutes(56));

        Assert.Equal("token-1", await TokenOf(source));

        clock.Advance(TimeSpan.FromMinutes(5));
        await Assert.ThrowsAsync<LanguageServiceException>(() => TokenOf(source));
    }

    [Fact]
    public async Task Of_many_requests_that_bore_one_refused_token_only_the_first_forgets_it()
    {
        var source = new CountingCredential(clock, lifetime: TimeSpan.FromHours(1));
        var refused = new[] { await RequestOf(source), await RequestOf(source), await RequestOf(source) };

        foreach (var request in refused)
        {
            Assert.True(source.Forget(request));
            Assert.Equal("token-2", await TokenOf(source));
        }
    }

    [Theory]
    [InlineData("https://contoso.cognitiveservices.azure.com", "https://cognitiveservices.azure.com", false)]
    [InlineData("https://contoso.cognitiveservices.azure.us", "https://cognitiveservices.azure.us", false)]
    [InlineData("https://contoso.cognitiveservices.azure.cn", "https://cognitiveservices.azure.cn", false)]
    [InlineData("https://language.contoso.com", "https://cognitiveservices.azure.com", false)]
    [InlineData("https://westus2.api.cognitive.microsoft.com", "https://cognitiveservices.azure.com", true)]
    [InlineData("https://virginia.api.cognitive.microsoft.us", "https://cognitiveservices.azure.us", true)]
    [InlineData("https://chinaeast2.api.cognitive.azure.cn", "https://cognitiveservices.azure.cn", true)]
    public void An_endpoint_tells_its_cloud(string endpoint, string audience, bool isRegional)
    {
        var address = new Uri(endpoint);

        Assert.Equal((audience, isRegional), (AzureCloud.Of(address).Audience, AzureCloud.IsRegional(address)));
    }

    [Fact]
    public void A_token_knows_what_may_have_been_wrong_with_it()
    {
        var address = new Uri("https://contoso.cognitiveservices.azure.us");
        var now = FakeClock.Start;

        var misdirected = new AccessToken(Tokens.Jwt(now.AddHours(1), "https://management.azure.com/"), null).Doubts(address, now);
        var expired = new AccessToken(Tokens.Jwt(now.AddHours(-1), "https://cognitiveservices.azure.us/"), null).Doubts(address, now);
        var byGuid = new AccessToken(Tokens.Jwt(now.AddHours(1), "7d312290-28c8-473c-a0ed-8e53749b6d6d"), null).Doubts(address, now);
        var opaque = new AccessToken("opaque", null).Doubts(address, now);

        Assert.Equal(" The access token was made for https://management.azure.com/; this endpoint requires one for https://cognitiveservices.azure.us.", misdirected);
        Assert.Equal(" The access token expired at 2025-12-31 23:00:00Z.", expired);
        Assert.Equal(("", ""), (byGuid, opaque));
    }

    private static async Task<HttpRequestMessage> RequestOf(ServiceCredential credential)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "https://contoso.cognitiveservices.azure.com/x");
        await credential.ApplyAsync(request, new ServiceLog(), CancellationToken.None);
        return request;
    }

    private static async Task<string?> TokenOf(ServiceCredential credential) => (await RequestOf(credential)).Headers.Authorization!.Parameter;

    private sealed class CountingCredential(Clock clock, TimeSpan lifetime) : TokenCredential(clock)
    {
        public override string Kind => "Counting";

        public int Asked { get; private set; }

        public bool Fails { get; set; }

        protected override Task<AccessToken> HaveAsync(Uri address, ServiceLog log, CancellationToken cancellation) => Fails
            ? throw new LanguageServiceException(ServiceFailure.CredentialUnavailable, "Down.")
            : Task.FromResult(Keep(new AccessToken($"token-{++Asked}", Clock.Now + lifetime)));
    }
}
