using LanguageJobs.Emulator.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LanguageJobs.Emulator;

/// <summary>A local stand-in for the asynchronous jobs of Azure AI Language. It listens from start to disposal.</summary>
public sealed class LanguageEmulator : IAsyncDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(2);

    private readonly WebApplication app;

    private LanguageEmulator(WebApplication app, EmulatedService service)
    {
        this.app = app;
        Counters = service.Counters;
        Control = service.Control;
    }

    /// <summary>The address to connect to, such as <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>What the emulator has seen so far.</summary>
    public EmulatorCounters Counters { get; }

    /// <summary>Changes what the emulator does while it runs.</summary>
    public EmulatorControl Control { get; }

    /// <summary>
    /// Starts an emulator and returns it once it is ready. It listens before it loads and learns its projects; until it is
    /// ready, <c>/healthz</c> and everything else is answered with 503.
    /// </summary>
    /// <param name="options">How it listens and behaves.</param>
    /// <param name="ct">Gives up starting.</param>
    /// <returns>The running emulator.</returns>
    /// <exception cref="ArgumentException">An option is out of range, or the URL is not one to listen on.</exception>
    /// <exception cref="InvalidDataException">A saved job or a project cannot be read.</exception>
    /// <exception cref="IOException">The emulator cannot listen at the URL.</exception>
    public static async Task<LanguageEmulator> StartAsync(EmulatorOptions options, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        var address = ListenAddress.Parse(options.Url, options.AllowRemote);
        var service = new EmulatedService(options);
        var emulator = new LanguageEmulator(Build(options, address, service), service);
        try
        {
            await emulator.app.StartAsync(ct);
            emulator.Endpoint = new Uri(emulator.app.Urls.First());
            await service.Load(ct);
            return emulator;
        }
        catch (Exception e)
        {
            await emulator.DisposeAsync();
            if (address.Explain(e) is { } explained)
                throw explained;
            throw;
        }
    }

    /// <summary>Stops listening and ends what is under way.</summary>
    /// <returns>A task that ends when the port is free.</returns>
    public async ValueTask DisposeAsync()
    {
        using (var patience = new CancellationTokenSource(StopTimeout))
            await app.StopAsync(patience.Token);
        await app.DisposeAsync();
    }

    private static WebApplication Build(EmulatorOptions options, ListenAddress address, EmulatedService service)
    {
        // The empty builder reads no environment variables and no settings files: nothing but the options counts.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, address, options));
        if (address.IsHttps)
            builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddRoutingCore();
        if (options.CorsOrigins.Count > 0)
            builder.Services.AddCors();
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, QuietLifetime>());
        if (options.LoggerFactory is not null)
            builder.Services.Replace(ServiceDescriptor.Singleton(options.LoggerFactory));
        var app = builder.Build();
        service.Map(app);
        return app;
    }

    private static void Configure(KestrelServerOptions kestrel, ListenAddress address, EmulatorOptions options)
    {
        kestrel.AddServerHeader = false;
        // A body that is too large is refused in the service's words, not in the server's.
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Listen(address.EndPoint, listen =>
        {
            if (address.IsHttps)
                Secure(listen, options);
        });
    }

    private static void Secure(ListenOptions listen, EmulatorOptions options)
    {
        if (options.Certificate is not null)
        {
            listen.UseHttps(options.Certificate);
            return;
        }
        try
        {
            listen.UseHttps();
        }
        catch (InvalidOperationException e)
        {
            throw new IOException(
                "https needs a certificate. Give one with --certificate, or create the development certificate: dotnet dev-certs https --trust.", e);
        }
    }
}
