using System.Net;

namespace LanguageJobs.Emulator.Http;

/// <summary>The address that a URL asks the emulator to listen on.</summary>
internal static class ListenAddress
{
    /// <exception cref="ArgumentException">The URL is not http, or leads beyond loopback without leave.</exception>
    public static IPEndPoint Parse(string url, bool allowRemote)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp)
            throw new ArgumentException($"'{url}' is not an address to listen on. Write it as http://127.0.0.1:5000; port 0 takes a free one.");
        // A Uri without a port says 80; "localhost" and port 0 do not go together in every server, 127.0.0.1 does.
        var address = uri.IsLoopback && uri.HostNameType == UriHostNameType.Dns ? IPAddress.Loopback : Resolve(uri);
        if (!IPAddress.IsLoopback(address) && !allowRemote)
            throw new ArgumentException($"'{url}' can be reached from other machines. The emulator listens on loopback only, unless --allow-remote says otherwise.");
        return new IPEndPoint(address, uri.Port);
    }

    private static IPAddress Resolve(Uri uri) =>
        IPAddress.TryParse(uri.DnsSafeHost, out var address)
            ? address
            : throw new ArgumentException($"'{uri.Host}' is not an address to listen on. Use an IP address or localhost.");
}
