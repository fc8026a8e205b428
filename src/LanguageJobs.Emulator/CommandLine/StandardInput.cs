namespace LanguageJobs.Emulator.CommandLine;

/// <summary>Standard input, of which only its end matters.</summary>
internal static class StandardInput
{
    /// <returns>A task that ends when standard input is closed.</returns>
    public static Task Closed(Stream input) => Task.Factory.StartNew(
        () =>
        {
            Span<byte> ignored = stackalloc byte[256];
            while (input.Read(ignored) > 0)
            {
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);
}
