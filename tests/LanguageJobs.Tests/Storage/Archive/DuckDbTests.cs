using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using LanguageJobs.Tests.Emulator;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Storage.Archive;

/// <summary>The queries of docs/archive.md, run by DuckDB on what the module exports.</summary>
public sealed partial class DuckDbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DuckDBConnection duckDb = new("DataSource=:memory:");

    public DuckDbTests() => duckDb.Open();

    public void Dispose()
    {
        duckDb.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("", ".jsonl")]
    [InlineData("-Compress", ".jsonl.gz")]
    public void They_count_the_rows_that_the_module_counts(string option, string extension)
    {
        using var session = new PowerShellSession();
        session.Run($"$jobs = Import-LanguageJob '{Repository.PathOf("examples/jobs")}'").ThrowIfFailed();
        session.Run($"$jobs | Export-LanguageJob '{folder.Path}' -Format JsonLines {option}").ThrowIfFailed();
        long Count(string command) => session.Run($"$jobs | {command} -ErrorAction Ignore").ThrowIfFailed().Output.Count();
        var queries = Queries(extension);

        Assert.Equal(6, queries.Length);
        Assert.Equal(Count("Get-LanguageJobDocument"), Scalar(queries[0]));
        Assert.Equal(Count("Get-LanguageJobEntity"), Scalar($"select count(*) from ({queries[1]})"));
        Assert.Equal(Count("Get-LanguageJobClass"), Scalar($"select count(*) from ({queries[2]})"));
        Assert.Equal(Count("Get-LanguageJobError"), Scalar($"select count(*) from ({queries[3]})"));
        Assert.Equal(Count("Get-LanguageJobEntity"), Scalar($"select sum(entities)::bigint from ({queries[4]})"));

        Scalar(queries[5]);

        Assert.Equal(Count("Get-LanguageJobEntity"), Scalar($"select count(*) from '{folder.Path}/entities.parquet'"));
        Assert.Equal(
            Count("Get-LanguageJobEntity -MinimumConfidence 0.9 -Category Party"),
            Scalar($"select count(*) from '{folder.Path}/entities.parquet' where category = 'Party' and confidenceScore >= 0.9"));
    }

    private object? Scalar(string query)
    {
        using var command = duckDb.CreateCommand();
        command.CommandText = query;
        return command.ExecuteScalar();
    }

    private string[] Queries(string extension) =>
        [.. SqlBlock().Matches(File.ReadAllText(Repository.PathOf("docs/archive.md"))).Select(block => block.Groups[1].Value
            .Replace("'tables/*.jsonl'", $"'{folder.Path}/*{extension}'", StringComparison.Ordinal)
            .Replace("'tables/", $"'{folder.Path}/", StringComparison.Ordinal)
            .TrimEnd(';', '\n'))];

    [GeneratedRegex(@"```sql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex SqlBlock();
}
