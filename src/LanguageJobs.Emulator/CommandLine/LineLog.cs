using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LanguageJobs.Emulator.CommandLine;

/// <summary>
/// Writes log lines from a thread of its own. When nobody reads them, as with a pipe that is full, lines beyond the capacity are
/// dropped and counted: a request never waits for its log line.
/// </summary>
internal sealed class LineLog : ILoggerFactory, ILogger
{
    private const int Capacity = 10_000;
    private const int LargestWrite = 32 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly BlockingCollection<string> lines = new(Capacity);
    private readonly LogFormat format;
    private readonly TextWriter output;
    private readonly Thread writer;
    private int dropped;

    public LineLog(LogFormat format, TextWriter output)
    {
        this.format = format;
        this.output = output;
        writer = new Thread(Write) { IsBackground = true, Name = "log" };
        writer.Start();
    }

    // The server complains of every connection that is cut, which is what faults are for; the emulator's own lines say it all.
    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith("Microsoft.", StringComparison.Ordinal) ? NullLogger.Instance : this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("The log is written here and nowhere else.");

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel level) => format != LogFormat.None;

    public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> message)
    {
        if (!IsEnabled(level))
            return;
        var text = message(state, exception);
        Add(format == LogFormat.Json
            ? LogLine.Json(level, text, state as IEnumerable<KeyValuePair<string, object?>>, exception)
            : LogLine.Text(level, text, exception));
    }

    /// <summary>Says when the emulator is ready, whatever the format.</summary>
    public void Announce(Uri endpoint)
    {
        var text = $"Listening on {endpoint}. Ctrl+C ends it.";
        Add(format == LogFormat.Json ? LogLine.Json(LogLevel.Information, text, [new("Endpoint", endpoint.ToString())], null) : text);
    }

    public void Dispose()
    {
        lines.CompleteAdding();
        writer.Join(Patience);
    }

    private void Add(string line)
    {
        if (!lines.IsAddingCompleted && !lines.TryAdd(line))
            Interlocked.Increment(ref dropped);
    }

    private void Write()
    {
        var text = new StringBuilder();
        foreach (var line in lines.GetConsumingEnumerable())
        {
            text.Append(line).Append('\n');
            while (text.Length < LargestWrite && lines.TryTake(out var next))
                text.Append(next).Append('\n');
            if (Interlocked.Exchange(ref dropped, 0) is > 0 and var count)
                text.Append(Dropped(count)).Append('\n');
            output.Write(text);
            output.Flush();
            text.Clear();
        }
    }

    private string Dropped(int count)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{count:N0} log lines were dropped, because they were not read in time.");
        return format == LogFormat.Json ? LogLine.Json(LogLevel.Warning, text, [new("Dropped", count)], null) : LogLine.Text(LogLevel.Warning, text, null);
    }
}
