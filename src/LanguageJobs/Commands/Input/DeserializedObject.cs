using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>
/// Makes live objects of what Export-Clixml, Start-Job and remoting leave of the module's: property bags whose times are bags, whose
/// enumerations are numbers and whose arrays are lists. The engine does it where the module is loaded when an object arrives
/// (<see cref="DeserializedObjectConverter"/>); commands do it with what arrived earlier.
/// </summary>
internal static class DeserializedObject
{
    private const string Prefix = "Deserialized.";
    private const string PrefixOfOurs = Prefix + nameof(LanguageJobs) + ".";

    /// <summary>The type that an object had before it was serialized, where that is one of the module's; else null.</summary>
    public static Type? TypeOf(PSObject value) =>
        value.BaseObject is PSCustomObject && value.TypeNames.Count > 0 && value.TypeNames[0].StartsWith(PrefixOfOurs, StringComparison.Ordinal)
            ? typeof(LanguageJob).Assembly.GetType(value.TypeNames[0].Substring(Prefix.Length))
            : null;

    /// <summary>The object inside: live again where it was one of the module's, else as it is.</summary>
    public static object? Revive(object? value)
    {
        if (value is not PSObject bag || TypeOf(bag) is not { } type)
            return ObjectMember.Bare(value);
        try
        {
            return ObjectReader.Read(bag, type);
        }
        catch (FormatException)
        {
            // It was cut off when it was saved. It may still name its job.
            return bag;
        }
    }
}
