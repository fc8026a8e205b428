using LanguageJobs.Service;

namespace LanguageJobs.Tests.Service;

public class ServiceEndpointTests
{
    [Theory]
    [InlineData("https://contoso.cognitiveservices.azure.com", "https://contoso.cognitiveservices.azure.com")]
    [InlineData("  https://contoso.cognitiveservices.azure.com/  ", "https://contoso.cognitiveservices.azure.com")]
    [InlineData("HTTPS://Contoso.CognitiveServices.Azure.com:443/", "https://contoso.cognitiveservices.azure.com")]
    [InlineData("https://contoso:8443/gateway/language-1/", "https://contoso:8443/gateway/language-1")]
    [InlineData("https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443")]
    [InlineData("http://127.0.0.1:5000", "http://127.0.0.1:5000")]
    [InlineData("http://[::1]:5000/", "http://[::1]:5000")]
    [InlineData("http://localhost:5000", "http://localhost:5000")]
    public void An_endpoint_is_shown_as_it_is_used(string text, string shown) => Assert.Equal(shown, new ServiceEndpoint(text).ToString());

    [Theory]
    [InlineData("http://127.0.0.1", true)]
    [InlineData("http://127.8.9.1", true)]
    [InlineData("https://localhost", true)]
    [InlineData("http://[::1]", true)]
    [InlineData("https://10.0.0.1", false)]
    [InlineData("https://localhost.contoso.com", false)]
    public void This_machine_is_known(string text, bool isLoopback) => Assert.Equal(isLoopback, new ServiceEndpoint(text).IsLoopback);

    [Theory]
    [InlineData("contoso.cognitiveservices.azure.com", "must begin with https://")]
    [InlineData("contoso.cognitiveservices.azure.com:443", "must begin with https://")]
    [InlineData("", "must begin with https://")]
    [InlineData("https://", "must begin with https://")]
    [InlineData("//contoso", "must begin with https://")]
    [InlineData("/language", "must begin with https://")]
    [InlineData("ftp://contoso", "must begin with https://")]
    [InlineData("file:///etc/hosts", "must begin with https://")]
    [InlineData("http://10.0.0.1", "over https only")]
    [InlineData("http://localhost.contoso.com", "over https only")]
    [InlineData("https://contoso#x", "query or a fragment")]
    public void What_cannot_be_an_endpoint_is_refused(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => new ServiceEndpoint(text)).Message);

    [Theory]
    [InlineData("0123456789abcdef0123456789SECRET")]
    [InlineData("SECRET:443")]
    [InlineData("https://user:SECRET@contoso.test/path")]
    [InlineData("https://SECRET@contoso.test")]
    [InlineData("https://contoso.test?subscription-key=SECRET")]
    [InlineData("http://contoso.test?subscription-key=SECRET")]
    [InlineData("http://user:SECRET@contoso.test")]
    [InlineData("https://contoso.test#SECRET")]
    public void A_secret_where_the_endpoint_belongs_is_not_repeated(string text) =>
        Assert.DoesNotContain("SECRET", Assert.Throws<FormatException>(() => new ServiceEndpoint(text)).ToString());
}
