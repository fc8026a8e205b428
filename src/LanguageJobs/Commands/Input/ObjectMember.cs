using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>Reads members of objects and hashtables that a user gives: names in any case, values in the invariant culture.</summary>
internal static class ObjectMember
{
    /// <summary>True for an object or a hashtable that has the member, whatever its value.</summary>
    public static bool Exists(PSObject source, string name) => source.BaseObject is IDictionary entries
        ? Key(entries, name) is not null
        : source.Properties[name] is not null;

    /// <summary>The value of a property or of a hashtable's entry; null where there is none.</summary>
    public static object? Value(PSObject source, string name) => Bare(source.BaseObject is IDictionary entries
        ? Key(entries, name) is { } key ? entries[key] : null
        : source.Properties[name]?.Value);

    /// <summary>The member as text, without blanks around it; null where nothing is left.</summary>
    /// <exception cref="FormatException">The member is a list of several values, or an object that is not text.</exception>
    public static string? Text(PSObject source, string name)
    {
        try
        {
            return Text(Value(source, name))?.Trim() is { Length: > 0 } text ? text : null;
        }
        catch (FormatException e)
        {
            throw new FormatException($"{name} must be one value. {e.Message}", e);
        }
    }

    /// <summary>One value as text. A list of one value is that value.</summary>
    /// <exception cref="FormatException">It is a list of several values, or an object that is not text.</exception>
    public static string? Text(object? value) => Bare(value) switch
    {
        null => null,
        string text => text,
        IDictionary or PSObject => throw new FormatException("It is an object."),
        IFormattable scalar => scalar.ToString(null, CultureInfo.InvariantCulture),
        IList { Count: 1 } list => Text(list[0]),
        ICollection list => throw new FormatException($"It is a list of {list.Count} values."),
        var other => other.ToString(),
    };

    /// <summary>A time, also one that was serialized or written as text; null where the value is none.</summary>
    public static DateTimeOffset? Time(object? value) => Bare(value) switch
    {
        null => null,
        DateTimeOffset time => time,
        DateTime time => new DateTimeOffset(time),
        string text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null,
        // The serializer makes a property bag of a DateTimeOffset.
        PSObject bag when Value(bag, "UtcDateTime") is DateTime time => new DateTimeOffset(time),
        _ => null,
    };

    /// <summary>The value inside a PSObject. What has nothing but properties is a PSObject itself.</summary>
    public static object? Bare(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    private static object? Key(IDictionary entries, string name) => entries.Contains(name)
        ? name
        : entries.Keys.Cast<object>().FirstOrDefault(key => name.Equals(key as string, StringComparison.OrdinalIgnoreCase));
}
