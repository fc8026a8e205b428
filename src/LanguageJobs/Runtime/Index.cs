#pragma warning disable IDE0130 // The compiler looks for this type in System; .NET Standard 2.0 lacks it.
namespace System;

/// <summary>A place in a sequence, counted from its start or from its end: what the compiler makes of <c>^1</c>.</summary>
internal readonly struct Index(int value, bool fromEnd = false)
{
    public int Value { get; } = value;

    public bool IsFromEnd { get; } = fromEnd;

    public int GetOffset(int length) => IsFromEnd ? length - Value : Value;

    public static implicit operator Index(int value) => new(value);
}
