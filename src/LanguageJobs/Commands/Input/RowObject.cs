using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>
/// Rows that stand for themselves, wherever they come from: a <see cref="LanguageEntity"/> or <see cref="LanguageClass"/>, live or deserialized,
/// and any other object or hashtable with a DocumentId and a Category, such as a line of a CSV file.
/// </summary>
internal static class RowObject
{
    /// <summary>The row as a <see cref="LanguageEntity"/> if it has an Offset and a Length, else as a <see cref="LanguageClass"/>; null for what is no row.</summary>
    /// <exception cref="FormatException">It has an Offset or a Length without the other, or a number that cannot be read.</exception>
    public static object? Of(PSObject? value)
    {
        if (DeserializedObject.Revive(value) is var row and (LanguageEntity or LanguageClass))
            return row;
        if (value is null || !ObjectMember.Exists(value, "DocumentId") || !ObjectMember.Exists(value, "Category"))
            return null;
        var hasOffset = ObjectMember.Text(value, "Offset") is not null;
        if (hasOffset != ObjectMember.Text(value, "Length") is not null)
            throw new FormatException("The row needs both an Offset and a Length, or neither.");
        return ObjectReader.Read(value, hasOffset ? typeof(LanguageEntity) : typeof(LanguageClass));
    }
}
