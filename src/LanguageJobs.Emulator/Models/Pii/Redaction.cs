using System.Text;

namespace LanguageJobs.Emulator.Models.Pii;

/// <summary>Writes a text with its personal data masked.</summary>
internal static class Redaction
{
    private const char Mask = '*';

    /// <param name="text">The text.</param>
    /// <param name="spans">What to mask, in the order of the text.</param>
    /// <param name="counted">The same in the unit that the task asked for. A mask is as long as the entity in that unit, so offsets fit the redacted text, too.</param>
    public static string Redact(string text, IReadOnlyList<EntitySpan> spans, IReadOnlyList<EntitySpan> counted)
    {
        var redacted = new StringBuilder(text.Length);
        var end = 0;
        foreach (var (span, masked) in spans.Zip(counted))
        {
            redacted.Append(text, end, span.Start - end).Append(Mask, masked.Length);
            end = span.End;
        }
        return redacted.Append(text, end, text.Length - end).ToString();
    }
}
