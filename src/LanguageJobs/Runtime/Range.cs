#pragma warning disable IDE0130 // The compiler looks for this type in System; .NET Standard 2.0 lacks it.
namespace System;

/// <summary>A part of a sequence: what the compiler makes of <c>1..^1</c>.</summary>
internal readonly struct Range(Index start, Index end)
{
    public Index Start { get; } = start;

    public Index End { get; } = end;

    public static Range All => new(0, new Index(0, fromEnd: true));

    public static Range StartAt(Index start) => new(start, new Index(0, fromEnd: true));

    public static Range EndAt(Index end) => new(0, end);
}
