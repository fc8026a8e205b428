using System.Diagnostics;

namespace LanguageJobs.Benchmarks.Hosting;

/// <summary>A server in a process of its own. It prints its address as its first line and ends when its input does.</summary>
public sealed class ChildServer : IDisposable
{
    private readonly Process process;

    public ChildServer(string section, params object[] arguments)
    {
        process = Child.Start(section, ["serve", .. arguments]);
        Url = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"The server of '{section}' did not start.");
    }

    public string Url { get; }

    /// <summary>What a server's main program does.</summary>
    public static double[] Serve(string endpoint, IAsyncDisposable server)
    {
        Console.WriteLine(endpoint);
        Console.In.ReadToEnd();
        server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return [];
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
