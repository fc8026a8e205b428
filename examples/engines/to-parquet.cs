#:package DuckDB.NET.Data.Full@1.5.6.1
#:property ManagePackageVersionsCentrally=false
#:property PublishAot=false

// Turns the results of a run into one Parquet file, with DuckDB: dotnet run examples/engines/to-parquet.cs RUN FILE
// Where DuckDB is installed, its own shell does the same: duckdb -c "copy (select * from 'run/results/*.jsonl.gz') to 'results.parquet'"
using DuckDB.NET.Data;

var (run, file) = (args[0].Replace("'", "''"), args[1].Replace("'", "''"));
using var connection = new DuckDBConnection("DataSource=:memory:");
connection.Open();
using var command = connection.CreateCommand();
command.CommandText = $"copy (select * from read_json('{run}/results/*.jsonl.gz', format = 'newline_delimited')) to '{file}' (format parquet)";
command.ExecuteNonQuery();
command.CommandText = $"select count(*), count(distinct documentId) from '{file}'";
using var reader = command.ExecuteReader();
reader.Read();
Console.WriteLine($"{reader.GetInt64(0):N0} rows of {reader.GetInt64(1):N0} documents are in {args[1]}.");
