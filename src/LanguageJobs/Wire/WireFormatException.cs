namespace LanguageJobs.Wire;

/// <summary>Bytes that should be JSON of the service, and are not. The message says what was expected and where.</summary>
internal sealed class WireFormatException : FormatException
{
    private readonly string problem;
    private readonly TextPosition? position;

    private WireFormatException(string problem, TextPosition position, Exception? inner)
        : base($"{problem} (line {position.Line}, byte {position.Byte}).", inner) => (this.problem, this.position) = (problem, position);

    public WireFormatException(string message, Exception? inner = null) : base(message, inner) => problem = message;

    public static WireFormatException At(ReadOnlySpan<byte> utf8, long offset, string problem, Exception? inner = null) =>
        new(problem, TextPosition.Of(utf8, offset), inner);

    /// <summary>The same about a line that was read alone, as the text that it is a line of has it.</summary>
    /// <param name="line">The line's number, from 1.</param>
    public WireFormatException InLine(int line) => position is { } place
        ? new WireFormatException(problem, place with { Line = line }, this)
        : new WireFormatException($"{problem.TrimEnd('.')} (line {line}).", this);

    /// <summary>A place in a text, both counts from 1.</summary>
    private readonly record struct TextPosition(int Line, int Byte)
    {
        public static TextPosition Of(ReadOnlySpan<byte> utf8, long offset)
        {
            var before = utf8.Slice(0, (int)Math.Min(offset, utf8.Length));
            var line = 1;
            foreach (var b in before)
            {
                if (b == '\n')
                    line++;
            }
            return new TextPosition(line, before.Length - (before.LastIndexOf((byte)'\n') + 1) + 1);
        }
    }
}
