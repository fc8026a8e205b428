using System.Globalization;
using LanguageJobs.Emulator.Control;

namespace LanguageJobs.Emulator.Http;

/// <summary>The <c>Date</c> header by the emulator's clock. It is formatted once a second.</summary>
internal sealed class DateHeader(MovableClock clock)
{
    private Formatted last = new(0, "");

    /// <summary>The header's value, or null where the server's own is right.</summary>
    public string? Value
    {
        get
        {
            if (clock.IsMachineTime)
                return null;
            var now = clock.GetUtcNow();
            var second = now.ToUnixTimeSeconds();
            var known = last;
            return known.Second == second ? known.Text : (last = new Formatted(second, now.ToString("R", CultureInfo.InvariantCulture))).Text;
        }
    }

    private sealed record Formatted(long Second, string Text);
}
