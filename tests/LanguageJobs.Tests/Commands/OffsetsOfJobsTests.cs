using System.Text.Json;
using LanguageJobs.Emulator;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Commands;

/// <summary>
/// Labels of texts with CR LF, held against jobs started from those texts as they are and with LF, in every unit that the service has.
/// </summary>
public sealed class OffsetsOfJobsTests : IAsyncLifetime
{
    private const string Text = "This loan of 🪙 EUR 500\r\nis given by Zoe\u0308 Frost\r\nto 👩‍🚀 Ola Berg\r\non 3 May 2025.\r\nZoe\u0308 Frost\r\nOla Berg\r\n";

    private static readonly GazetteerProject Loans = new()
    {
        Name = "Loans",
        Kind = "CustomEntityRecognition",
        Phrases = new Dictionary<string, IReadOnlyList<string>> { ["Party"] = ["Zoe\u0308 Frost", "Ola Berg"], ["Amount"] = ["EUR 500"], ["Date"] = ["3 May 2025"] },
    };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("languagejobs-");
    private LanguageEmulator? emulator;

    public async Task InitializeAsync()
    {
        emulator = await LanguageEmulator.StartAsync(new EmulatorOptions { Projects = [Loans], JobDuration = TimeSpan.Zero, Key = LoopbackServer.Key });
        Write("crlf/loan.txt", Text);
        Write("lf/loan.txt", Text.Replace("\r\n", "\n"));
        Write("labels.json", JsonSerializer.Serialize(new
        {
            projectKind = "CustomEntityRecognition",
            documents = new[] { new { location = "loan.txt", entities = new[] { new { regionOffset = 0, regionLength = Text.Length, labels = Labels() } } } },
        }));
    }

    public async Task DisposeAsync()
    {
        await emulator!.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(StringIndexType.Utf16CodeUnit)]
    [InlineData(StringIndexType.UnicodeCodePoint)]
    [InlineData(StringIndexType.TextElements_v8)]
    public void Labels_fit_whatever_the_line_ends_and_the_unit(StringIndexType unit)
    {
        using var session = PowerShellSession.ConnectedTo(emulator!.Endpoint);

        var result = session.With("folder", folder.FullName).With("unit", unit).Run("""
            foreach ($sent in 'crlf', 'lf') {
                $job = Start-LanguageJob -Path "$folder/$sent/*.txt" -Kind CustomEntityRecognition -ProjectName Loans -DeploymentName production -StringIndexType $unit | Wait-LanguageJob
                foreach ($text in 'crlf', 'lf') { $job | Measure-LanguageJob -Label "$folder/labels.json" -TextPath "$folder/$text" | Where-Object Average -eq Micro }
            }
            """).ThrowIfFailed();

        Assert.Equal(Enumerable.Repeat((6, 1.0), 4), result.Of<LanguageScore>().Select(score => (score.TruePositives!.Value, score.F1)));
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Without_texts_offsets_that_do_not_fit_are_noticed()
    {
        using var session = PowerShellSession.ConnectedTo(emulator!.Endpoint);

        var result = session.With("folder", folder.FullName).Run("""
            Start-LanguageJob -Path "$folder/lf/*.txt" -Kind CustomEntityRecognition -ProjectName Loans -DeploymentName production |
                Wait-LanguageJob | Measure-LanguageJob -Label "$folder/labels.json"
            """).ThrowIfFailed();

        Assert.Contains("with other line ends", Assert.Single(result.Warnings));
    }

    private static object[] Labels() =>
    [
        .. from entry in Loans.Phrases
           from phrase in entry.Value
           from offset in Enumerable.Range(0, Text.Length).Where(i => string.CompareOrdinal(Text, i, phrase, 0, phrase.Length) == 0)
           select new { category = entry.Key, offset, length = phrase.Length },
    ];

    // Bytes as they are: File.WriteAllText does not touch line ends, and no byte order mark is written.
    private void Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
