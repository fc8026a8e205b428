using System.Runtime.CompilerServices;

namespace LanguageJobs.Wire;

/// <summary>For the few methods that run once a row or oftener.</summary>
internal static class PerRow
{
    /// <summary>
    /// Compiled with all optimizations at the first call: a command is over before the runtime would get round to it, and most commands are
    /// the first of their process. (The value of AggressiveOptimization, which .NET Standard does not name and .NET Framework ignores.)
    /// </summary>
    public const MethodImplOptions Optimized = (MethodImplOptions)512;

    /// <summary>Compiled as a part of such a method.</summary>
    public const MethodImplOptions Inlined = MethodImplOptions.AggressiveInlining;
}
