using System.Text;
using System.Text.Json.Nodes;
using LanguageJobs.Emulator.CommandLine;
using Microsoft.Extensions.Logging;

namespace LanguageJobs.Tests.Emulator;

public class LineLogTests
{
    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void When_nobody_reads_the_lines_logging_goes_on_and_later_says_how_many_were_dropped(string format)
    {
        using var output = new BlockedWriter();
        using (var log = new LineLog(Enum.Parse<LogFormat>(format, ignoreCase: true), output))
        {
            for (var number = 0; number < 20_000; number++)
                log.LogInformation("line {Number}", number);
            output.Open();
            output.Read("dropped");
        }

        Assert.Contains("log lines were dropped", output.Text);
        Assert.Contains("line 0", output.Text);
        Assert.DoesNotContain("line 19999", output.Text);
    }

    [Fact]
    public void As_json_every_line_is_an_object_with_the_values_of_the_event()
    {
        var output = new StringWriter();
        using (var log = new LineLog(LogFormat.Json, output))
        {
            log.LogWarning(new InvalidOperationException("no\nway"), "GET {Path} {Status}", "/a\nb", 404);
            log.Announce(new Uri("http://127.0.0.1:1/"));
        }

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Equal("warning", (string?)lines[0]["level"]);
        Assert.Equal("/a\nb", (string?)lines[0]["path"]);
        Assert.Equal(404, (int)lines[0]["status"]!);
        Assert.Contains("no\nway", (string?)lines[0]["exception"]);
        Assert.Equal("http://127.0.0.1:1/", (string?)lines[1]["endpoint"]);
    }

    [Fact]
    public void As_text_every_event_is_one_line()
    {
        var output = new StringWriter();
        using (var log = new LineLog(LogFormat.Text, output))
        {
            log.LogError(new InvalidOperationException("no\nway"), "GET {Path}", "/a\nb");
            log.Announce(new Uri("http://127.0.0.1:1/"));
        }

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains("error: GET /a b", lines[0]);
        Assert.Equal("Listening on http://127.0.0.1:1/. Ctrl+C ends it.", lines[1]);
    }

    [Fact]
    public void Without_a_format_only_the_endpoint_is_announced()
    {
        var output = new StringWriter();
        using (var log = new LineLog(LogFormat.None, output))
        {
            log.LogError("GET /");
            log.Announce(new Uri("http://127.0.0.1:1/"));
        }

        Assert.Equal("Listening on http://127.0.0.1:1/. Ctrl+C ends it.\n", output.ToString());
    }

    /// <summary>A pipe that is full until it is opened.</summary>
    private sealed class BlockedWriter : TextWriter
    {
        private readonly ManualResetEventSlim open = new();
        private readonly StringBuilder text = new();
        private readonly ManualResetEventSlim found = new();
        private string? wanted;

        public override Encoding Encoding => Encoding.UTF8;

        public string Text
        {
            get
            {
                lock (text)
                    return text.ToString();
            }
        }

        public void Open() => open.Set();

        public void Read(string until)
        {
            lock (text)
            {
                wanted = until;
                if (Text.Contains(until, StringComparison.Ordinal))
                    return;
            }
            Assert.True(found.Wait(TimeSpan.FromSeconds(60)), "The lines never came.");
        }

        public override void Write(StringBuilder? value)
        {
            open.Wait();
            lock (text)
            {
                text.Append(value);
                if (wanted is not null && Text.Contains(wanted, StringComparison.Ordinal))
                    found.Set();
            }
        }
    }
}
