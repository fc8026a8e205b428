namespace LanguageJobs.Emulator.Http;

/// <summary>Leaves Ctrl+C to the program around the emulator, which may be a prompt.</summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
