namespace LanguageJobs.Wire;

/// <summary>A member whose value is about to be read: its name, where the value or the white space before it begins, and how much had been lost before.</summary>
internal readonly ref struct WireMember(ReadOnlySpan<byte> name, int start, int lost)
{
    public ReadOnlySpan<byte> Name { get; } = name;

    public int Start { get; } = start;

    public int Lost { get; } = lost;
}
