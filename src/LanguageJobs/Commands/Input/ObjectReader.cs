using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using LanguageJobs.Wire;

namespace LanguageJobs.Commands;

/// <summary>
/// Fills objects of the module with the members of others: deserialized objects, and rows of CSV files, whose values are all text.
/// If a member is missing or empty, the property keeps its default.
/// </summary>
internal static class ObjectReader
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Settable = new();

    /// <exception cref="FormatException">A member has the wrong type for the property.</exception>
    public static object Read(PSObject source, Type type)
    {
        var result = New(source, type);
        foreach (var property in Settable.GetOrAdd(type, SettableOf))
        {
            if (ObjectMember.Value(source, property.Name) is { } value and not "")
                property.SetValue(result, Convert(value, property));
        }
        return result;
    }

    private static PropertyInfo[] SettableOf(Type type) => Array.FindAll(type.GetProperties(), property => property.CanWrite);

    // The origin of a row is in objects that rows share; every other property can be set.
    private static object New(PSObject source, Type type)
    {
        if (type.GetConstructor(Type.EmptyTypes) is { } constructor)
            return constructor.Invoke(null);
        var job = new JobIdentity { JobId = Text("JobId") };
        if (type == typeof(LanguageJob))
            return new LanguageJob(job);
        var task = new TaskIdentity(job) { Kind = Text("TaskKind") ?? Text("Kind") ?? "", Name = Text("TaskName") ?? Text("Name") };
        if (type == typeof(LanguageTask))
            return new LanguageTask(task);
        if (type == typeof(LanguageJobError))
            return new LanguageJobError(job) { Task = task.Kind.Length > 0 || task.Name is not null ? task : null };
        var document = new DocumentIdentity(task) { DocumentId = Text("DocumentId") };
        return type == typeof(LanguageDocument) ? new LanguageDocument(document)
            : type == typeof(LanguageEntity) ? new LanguageEntity(document)
            : type == typeof(LanguageClass) ? new LanguageClass(document)
            : throw new FormatException($"An object cannot be converted to {type.Name}.");

        string? Text(string name) => ObjectMember.Text(source, name);
    }

    private static object Convert(object value, PropertyInfo property)
    {
        try
        {
            return Convert(value, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
        }
        catch (Exception e) when (e is FormatException or OverflowException or InvalidCastException)
        {
            throw new FormatException($"{property.Name} cannot be read. {e.Message}", e);
        }
    }

    private static object Convert(object value, Type type)
    {
        var live = DeserializedObject.Revive(value)!;
        if (type.IsInstanceOfType(live))
            return live;
        if (type == typeof(DateTimeOffset))
            return ObjectMember.Time(live) ?? throw new FormatException($"'{live}' is not a time.");
        if (type == typeof(LanguageDocumentIds))
            return new LanguageDocumentIds([.. Items(live).Select(id => ObjectMember.Text(id) ?? "")]);
        if (type.IsArray)
            return ToArray(Items(live), type.GetElementType()!);
        if (type == typeof(IReadOnlyDictionary<string, string>))
            return live is IDictionary entries ? RawMembers.Of(entries) : RawMembers.Parse(ObjectMember.Text(live) ?? "{}");
        return Scalar(ObjectMember.Text(live) ?? "", type);
    }

    // Strict where PowerShell's own conversion guesses: it reads '0,95' as 95 and '1.5' as the integer 2.
    private static object Scalar(string text, Type type)
    {
        if (type == typeof(string))
            return text;
        if (type == typeof(int))
            return int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture);
        if (type == typeof(long))
            return long.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture);
        if (type == typeof(double))
            return Number(text);
        if (type == typeof(bool))
            return bool.Parse(text);
        if (type.IsEnum)
            return Enum.Parse(type, text, ignoreCase: true);
        throw new FormatException($"A {type.Name} was expected.");
    }

    // Export-Csv writes numbers in the culture of the session: '0,95' in German.
    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number
        : double.Parse(text, NumberStyles.Float, CultureInfo.CurrentCulture);

    private static Array ToArray(IEnumerable<object?> items, Type type)
    {
        object[] converted = [.. items.Select(item => Convert(item ?? throw new FormatException("A value is null."), type))];
        var array = Array.CreateInstance(type, converted.Length);
        converted.CopyTo(array, 0);
        return array;
    }

    private static IEnumerable<object?> Items(object value) => value is IEnumerable items and not string ? items.Cast<object?>() : [value];
}
