using System.Management.Automation;
using System.Text.Json;

namespace LanguageJobs.Benchmarks.Walk;

/// <summary>What the first use of Import-LanguageJob is held against: the least that a cmdlet can do with a JSON file.</summary>
[Cmdlet(VerbsCommunications.Read, "JsonToken")]
[OutputType(typeof(int))]
public sealed class ReadJsonTokenCommand : PSCmdlet
{
    /// <summary>The file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Path { get; set; } = "";

    /// <summary>Emits the number of the file's tokens.</summary>
    protected override void EndProcessing()
    {
        var tokens = 0;
        foreach (var file in GetResolvedProviderPathFromPSPath(Path, out _))
        {
            var reader = new Utf8JsonReader(File.ReadAllBytes(file));
            while (reader.Read())
                tokens++;
        }
        WriteObject(tokens);
    }
}
