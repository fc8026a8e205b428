using System.Globalization;

namespace LanguageJobs.Emulator.Http;

/// <summary>The <c>Date</c> header by the emulator's clock, which need not be the machine's. It is formatted once a second.</summary>
internal sealed class DateHeader(TimeProvider clock)
{
    private Formatted last = new(0, "");

    public string Value
    {
        get
        {
            var now = clock.GetUtcNow();
            var second = now.ToUnixTimeSeconds();
            var known = last;
            return known.Second == second ? known.Text : (last = new Formatted(second, now.ToString("R", CultureInfo.InvariantCulture))).Text;
        }
    }

    private sealed record Formatted(long Second, string Text);
}
