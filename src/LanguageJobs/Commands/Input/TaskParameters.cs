using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>Reads the parameters of a task as a user gives them: a hashtable of strings, numbers, booleans, arrays and hashtables.</summary>
internal static class TaskParameters
{
    // Far more than any task has; a hashtable that contains itself ends here.
    private const int Deepest = 16;

    /// <exception cref="FormatException">A value has a type that a request cannot contain.</exception>
    public static IReadOnlyDictionary<string, object> Read(IDictionary given) => Members(given, "", 0);

    private static Dictionary<string, object> Members(IDictionary given, string path, int depth)
    {
        var members = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in given)
        {
            var name = Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!;
            members[name] = Value(entry.Value, path.Length == 0 ? name : $"{path}.{name}", depth + 1);
        }
        return members;
    }

    private static object Value(object? given, string path, int depth)
    {
        if (depth > Deepest)
            throw new FormatException($"The task parameter '{path}' is nested too deeply.");
        var value = given is PSObject wrapped ? wrapped.BaseObject : given;
        return value switch
        {
            string or bool or decimal => value,
            byte or sbyte or short or ushort or int or uint or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            ulong number => (decimal)number,
            // Parsed from its digits, because 0.1 would become 0.10000000149011612.
            float number when IsFinite(number) => double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            double number when IsFinite(number) => number,
            float or double => throw new FormatException($"The task parameter '{path}' is {Convert.ToString(value, CultureInfo.InvariantCulture)}, which JSON cannot express."),
            IDictionary members => Members(members, path, depth),
            IEnumerable items => items.Cast<object?>().Select((item, index) => Value(item, $"{path}[{index}]", depth + 1)).ToArray(),
            _ => throw new FormatException(
                $"The task parameter '{path}' is {(value is null ? "null" : $"of type {value.GetType().Name}")}. Give a string, a number, $true or $false, an array or a hashtable."),
        };
    }

    private static bool IsFinite(double number) => !double.IsNaN(number) && !double.IsInfinity(number);
}
