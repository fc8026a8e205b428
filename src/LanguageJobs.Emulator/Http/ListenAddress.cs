using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace LanguageJobs.Emulator.Http;

/// <summary>The address that a URL asks the emulator to listen on.</summary>
internal sealed record ListenAddress(IPEndPoint EndPoint, bool IsHttps, string Url)
{
    /// <exception cref="ArgumentException">The URL is neither http nor https, or leads beyond loopback without leave.</exception>
    public static ListenAddress Parse(string url, bool allowRemote)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
            throw new ArgumentException($"'{url}' is not an address to listen on. Write it as http://127.0.0.1:5588; port 0 takes a free one.");
        // A server cannot listen on "localhost" and a free port: two addresses would need the same one.
        var address = uri.IsLoopback && uri.HostNameType == UriHostNameType.Dns ? IPAddress.Loopback : Resolve(uri);
        if (!IPAddress.IsLoopback(address) && !allowRemote)
            throw new ArgumentException($"'{url}' can be reached from other machines. The emulator listens on loopback only, unless --allow-remote is given.");
        return new ListenAddress(new IPEndPoint(address, uri.Port), uri.Scheme == Uri.UriSchemeHttps, url);
    }

    /// <returns>What keeps the server from listening here, in words that say what to do; null where it is something else.</returns>
    public IOException? Explain(Exception e)
    {
        if (e is IOException { InnerException: AddressInUseException })
            return new IOException($"Port {EndPoint.Port} is already in use. Choose another one with --urls, or port 0 for a free one.", e);
        return (e as SocketException)?.SocketErrorCode switch
        {
            SocketError.AccessDenied => new IOException(
                $"Listening on port {EndPoint.Port} needs administrator rights. Choose a port from 1024 upwards.", e),
            SocketError.AddressNotAvailable => new IOException(
                $"'{Url}' is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of its addresses.", e),
            _ => null,
        };
    }

    private static IPAddress Resolve(Uri uri) =>
        IPAddress.TryParse(uri.DnsSafeHost, out var address)
            ? address
            : throw new ArgumentException($"'{uri.Host}' is not an address to listen on. Use an IP address or localhost.");
}
