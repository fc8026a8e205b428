using LanguageJobs.Service;

namespace LanguageJobs.Runs;

/// <summary>Documents in a CSV file: a <c>Text</c> column, and optionally <c>Id</c> and <c>Language</c>. Fields may be quoted and span lines.</summary>
internal static class CsvInput
{
    public static IEnumerable<RunDocument> Read(string path, Action<long> at)
    {
        using var rows = new CsvReader(path);
        var columns = rows.Read() ? rows.Fields.ToArray() : [];
        var text = Column(columns, "Text");
        if (text < 0)
        {
            throw new RunException(RunFailure.InputNotUsable,
                $"'{path}' has no column named Text. Its columns are: {string.Join(", ", columns)}.", path);
        }
        var (id, language) = (Column(columns, "Id", "DocumentId"), Column(columns, "Language"));
        while (rows.Read())
        {
            if (rows.Fields.Count > 1 || rows.Fields[0].Length > 0)
                yield return Document(rows, text, id, language, $"{Path.GetFileName(path)}:{rows.Line}");
            at(rows.Position);
        }
    }

    private static RunDocument Document(CsvReader rows, int text, int id, int language, string place)
    {
        var value = Field(rows, text);
        Func<string> read = rows.Problem is { } problem
            ? () => throw new DocumentRefusedException(DocumentRefusal.InvalidDocument, $"The row at {place} is not a document: {problem}.")
            : () => value ?? "";
        return new RunDocument(Field(rows, id) ?? place, Field(rows, language), read);
    }

    private static string? Field(CsvReader rows, int column) =>
        column >= 0 && column < rows.Fields.Count && rows.Fields[column].Length > 0 ? rows.Fields[column] : null;

    private static int Column(string[] columns, params string[] names) =>
        Array.FindIndex(columns, column => names.Contains(column.Trim(), StringComparer.OrdinalIgnoreCase));
}
