using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LanguageJobs.Tests.Emulator;

/// <summary>The emulator as a process of its own, as other teams start it. It is killed at the latest when the test ends.</summary>
internal sealed class EmulatorProcess : IDisposable
{
    private readonly Process process;

    public EmulatorProcess(params string[] options)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "LanguageJobs.Emulator.dll") }.Concat(options))
            start.ArgumentList.Add(argument);
        process = Process.Start(start)!;
    }

    public StreamReader Output => process.StandardOutput;

    public StreamReader Errors => process.StandardError;

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public Uri ReadEndpoint()
    {
        var line = process.StandardOutput.ReadLine();
        return line?.Split(' ', 4) is ["Listening", "on", var endpoint, _]
            ? new Uri(endpoint.TrimEnd('.'))
            : throw new InvalidOperationException($"The emulator did not start: {line} {process.StandardError.ReadToEnd()}");
    }

    public void CloseInput() => process.StandardInput.Close();

    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public int WaitForExit()
    {
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)), "The emulator did not end.");
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
