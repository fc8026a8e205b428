using System.Net;
using System.Security.Authentication;

namespace LanguageJobs.Service;

/// <summary>Makes the HTTP clients of connections.</summary>
internal static class ServiceHttp
{
    private static readonly string Product = $"LanguageJobs/{typeof(ServiceHttp).Assembly.GetName().Version!.ToString(3)}";

    /// <param name="endpoint">Where requests will go.</param>
    /// <param name="proxy">The proxy to use; null for the system's.</param>
    public static HttpClient Open(ServiceEndpoint endpoint, IWebProxy? proxy) => Over(Handler(endpoint, proxy));

    /// <summary>The client over any handler: no timeout of its own, and the module's name in each request.</summary>
    public static HttpClient Over(HttpMessageHandler handler)
    {
        var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.ParseAdd(Product);
        return http;
    }

    public static HttpClientHandler Handler(ServiceEndpoint endpoint, IWebProxy? proxy)
    {
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            MaxConnectionsPerServer = 256,
            UseCookies = false,
            // Plain http is accepted for this machine only, so such requests must not go through a proxy.
            UseProxy = !endpoint.IsLoopback,
        };
        if (proxy is not null)
            handler.Proxy = proxy;
        // Windows PowerShell may use TLS 1.0 by default, which the service refuses.
        if (NetFramework.IsRunning)
            handler.SslProtocols = SslProtocols.Tls12;
        return handler;
    }
}
