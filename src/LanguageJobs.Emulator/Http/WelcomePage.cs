using System.Reflection;
using System.Text;

namespace LanguageJobs.Emulator.Http;

/// <summary>The page at <c>/</c>, for people who open the endpoint in a browser.</summary>
internal static class WelcomePage
{
    private static readonly string Version =
        typeof(WelcomePage).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    public static Answer Of(HttpRequest request) => new(StatusCodes.Status200OK, Encoding.UTF8.GetBytes($$"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Language emulator</title></head>
        <body style="font-family: sans-serif; max-width: 46em; margin: 3em auto; line-height: 1.5">
        <h1>Language emulator {{Version}}</h1>
        <p>This is a local stand-in for the asynchronous jobs of Azure AI Language. It is not the service: its answers come from
        sample projects, and nothing leaves this machine.</p>
        <ul>
        <li>Endpoint for clients: <code>{{request.Scheme}}://{{request.Host}}</code>, with the key of <code>--key</code></li>
        <li>Jobs: <code>POST /language/analyze-text/jobs?api-version=…</code> and <code>POST /text/analytics/v3.2-preview.2/analyze</code></li>
        <li>State: <a href="/healthz">/healthz</a></li>
        <li>Control endpoints: <code>/_emulator/…</code>, with the key of <code>--control-key</code></li>
        </ul>
        <p>The README of the package LanguageJobs.Emulator explains options, projects and faults.</p>
        </body>
        </html>

        """))
    {
        ContentType = "text/html; charset=utf-8",
    };
}
