using System.Text;
using LanguageJobs.Tests.Hosting;
using LanguageJobs.Wire;

namespace LanguageJobs.Tests.Wire;

public class TokenBodyTests
{
    private static readonly DateTimeOffset Time = DateTimeOffset.FromUnixTimeSeconds(1_767_225_600);

    [Theory]
    [InlineData("\"1767225600\"")]
    [InlineData("1767225600")]
    public void A_token_and_its_end_are_read(string expiresOn)
    {
        var body = Parse($$$"""{"token_type":"Bearer","access_token":"T","expires_on":{{{expiresOn}}},"other":{"access_token":"no"}}""");

        Assert.Equal(("T", Time), (body.Token, body.ExpiresOn));
    }

    [Theory]
    [InlineData("""{"error":"invalid_request","error_description":"Identity not found"}""")]
    [InlineData("""{"statusCode":400,"message":"Identity not found"}""")]
    public void An_error_is_read_in_either_form(string json) => Assert.Equal("Identity not found", Parse(json).Error);

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"access_token":""")]
    [InlineData("""{"access_token":5}""")]
    public void Anything_else_is_neither(string text)
    {
        var body = Parse(text);

        Assert.Null(body.Token);
        Assert.Null(body.Error);
    }

    [Theory]
    [InlineData("\"09/14/2017 00:00:00 PM +00:00\"")]
    [InlineData("99999999999999999")]
    [InlineData("{}")]
    [InlineData("null")]
    public void An_end_that_is_no_unix_time_counts_as_absent(string expiresOn)
    {
        var body = Parse($$"""{"expires_on":{{expiresOn}},"access_token":"T"}""");

        Assert.Equal("T", body.Token);
        Assert.Null(body.ExpiresOn);
    }

    [Fact]
    public void A_json_web_token_says_when_it_ends_and_for_whom_it_is() =>
        Assert.Equal(new TokenClaims(Time, "https://a"), TokenClaims.Read(Tokens.Jwt(Time, "https://a", subject: "ÿ?>~")));

    [Theory]
    [InlineData("opaque")]
    [InlineData("a.b.c")]
    [InlineData("a.!.c")]
    [InlineData("..")]
    [InlineData("a.W10.c")]
    [InlineData("a.eyJhdWQiOlsiYSJdfQ.c")]
    public void Any_other_token_says_nothing(string token) => Assert.Equal(default, TokenClaims.Read(token));

    private static TokenBody Parse(string json) => TokenBody.Parse(Encoding.UTF8.GetBytes(json));
}
