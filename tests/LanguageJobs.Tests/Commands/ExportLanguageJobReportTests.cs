using System.Text.RegularExpressions;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Commands;

/// <summary>Reports as files. What stands in them is tested in Reporting, the page itself in a browser.</summary>
public sealed class ExportLanguageJobReportTests : IDisposable
{
    private readonly TemporaryFile folder = new("old", "report.html");

    [Fact]
    public void A_job_becomes_a_page_that_has_its_name_and_its_texts()
    {
        var file = Run("$job | Export-LanguageJobReport $path -TextPath $examples/agreements").ThrowIfFailed().Of<FileInfo>().Single();

        Assert.Equal(folder.Path, file.FullName);
        var page = File.ReadAllText(file.FullName);
        Assert.Contains("<title>Agreements of the first half-year</title>", page);
        Assert.Contains("Harbour Street Credit Union", page);
        Assert.Contains("<strong>Error <bdi>InvalidDocument</bdi></strong>", page);
        Assert.Equal([folder.Path], Directory.GetFiles(folder.Folder));
    }

    [Theory]
    [InlineData("$job.Tasks")]
    [InlineData("$job.Tasks.Documents")]
    [InlineData("($job | Get-LanguageJobEntity -ErrorAction Ignore)")]
    public void Parts_and_rows_become_a_page_too(string results)
    {
        Run($"{results} | Export-LanguageJobReport $path -TextPath $examples/agreements").ThrowIfFailed();

        Assert.Contains("Lucía Ferrer", File.ReadAllText(folder.Path));
    }

    [Fact]
    public void Jobs_may_stand_behind_the_path() => Assert.Single(Run("Export-LanguageJobReport $path $job").ThrowIfFailed().Output);

    [Fact]
    public void Labels_and_a_reference_job_are_taken_into_account()
    {
        Run("""
            $labels = [pscustomobject]@{ DocumentId = 'agreement-01'; Category = 'Place'; Offset = 186; Length = 9 }
            $reference = Import-LanguageJob $examples/contracts-2025.json
            $job | Export-LanguageJobReport $path -TextPath $examples/agreements -Label $labels -ReferenceJob $reference -WarningAction Ignore
            """).ThrowIfFailed();

        var page = File.ReadAllText(folder.Path);
        Assert.Contains("<caption>Scores of task <bdi>agreement terms</bdi></caption>", page);
        Assert.Contains("""
            <th scope="row">Micro average</th><td class="number">0.200</td><td class="number">1.000</td><td class="number">0.333</td><td class="number">1</td>
            """, page);
    }

    [Fact]
    public void A_report_without_texts_can_be_shared()
    {
        var result = Run("$job | Export-LanguageJobReport $path -TextPath $examples/agreements -ExcludeText").ThrowIfFailed();

        Assert.Empty(result.Warnings);
        Assert.DoesNotContain("Harbour", File.ReadAllText(folder.Path));
    }

    [Fact]
    public void Missing_texts_and_texts_of_other_documents_are_one_warning_each()
    {
        var warnings = Run("$job | Export-LanguageJobReport $path -Text ([pscustomobject]@{ Id = 'agreement-01'; Text = 'Something else.' })").ThrowIfFailed().Warnings;

        Assert.Equal(
            [
                "No text was found for these documents, so the report lists them without it: 'agreement-02', 'agreement-03', 'agreement-05', 'agreement-06'.",
                "None of the entities of these documents were found in their texts, which may be the texts of other documents: 'agreement-01'.",
            ],
            warnings);
    }

    [Fact]
    public void Without_any_texts_one_warning_says_how_to_give_them() => Assert.Equal(
        ["No texts were given, so the report shows the results without them. Use -TextPath or -Text to add the texts."],
        Run("$job | Export-LanguageJobReport $path").ThrowIfFailed().Warnings);

    [Fact]
    public void A_file_that_exists_is_replaced_unless_it_may_not_be()
    {
        var (record, id) = Run("$job | Export-LanguageJobReport $path -ExcludeText -NoClobber").SingleError();

        Assert.Equal("FileNotWritable", id);
        Assert.Equal(folder.Path, record.TargetObject);
        Assert.Equal("old", File.ReadAllText(folder.Path));
        Assert.Equal([folder.Path], Directory.GetFiles(folder.Folder));
    }

    [Fact]
    public void Labels_that_do_not_fit_leave_the_old_file_alone()
    {
        var (_, id) = Run("$job | Export-LanguageJobReport $path -ExcludeText -Label ([pscustomobject]@{ DocumentId = 'x'; Category = 'Place'; Offset = 0; Length = 1 })").SingleError();

        Assert.Equal("NoDocumentMatches", id);
        Assert.Equal("old", File.ReadAllText(folder.Path));
    }

    [Theory]
    [InlineData("$path/none/report.html")]
    [InlineData("$examples")]
    public void A_path_that_cannot_be_written_is_one_error(string path)
    {
        var (record, id) = Run($"$job | Export-LanguageJobReport {path} -ExcludeText").SingleError();

        Assert.Equal("FileNotWritable", id);
        Assert.Equal("Use a file in an existing folder that you are allowed to write to.", record.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void A_path_that_is_not_of_the_file_system_ends_the_command_before_a_job_is_read()
    {
        var (record, id) = Run("'no-such-job' | Export-LanguageJobReport Variable:report -ExcludeText").SingleError();

        Assert.Equal("PathNotSupported", id);
        Assert.Equal("Variable:report", record.TargetObject);
    }

    [Fact]
    public void The_file_is_emitted_as_Get_Item_emits_it()
    {
        var file = Run("$job | Export-LanguageJobReport $path -ExcludeText").ThrowIfFailed().Output.Single();

        Assert.EndsWith($"FileSystem::{folder.Path}", (string)file.Properties["PSPath"].Value);
        Assert.NotNull(file.Properties["PSParentPath"]);
    }

    [Theory]
    [InlineData(9_000_000, 0)]
    [InlineData(11_000_000, 1)]
    public void A_report_that_browsers_open_slowly_is_one_warning(int characters, int warnings)
    {
        // Base64 of noise, which no compression makes shorter than three quarters; base64 again makes up for that.
        var noise = new byte[characters / 4 * 3];
        new Random(1).NextBytes(noise);
        var result = Run("$job | Export-LanguageJobReport $path -Text $texts", new { Id = "agreement-01", Text = Convert.ToBase64String(noise) });

        var large = result.Warnings.Where(warning => warning.Contains("MB")).ToArray();
        Assert.Equal(warnings, large.Length);
        Assert.All(large, warning => Assert.StartsWith($"'{folder.Path}' has 11 MB, which browsers open slowly.", warning));
    }

    [Fact]
    public void WhatIf_writes_nothing()
    {
        Assert.Empty(Run("$job | Export-LanguageJobReport $path -ExcludeText -WhatIf").ThrowIfFailed().Output);

        Assert.Equal("old", File.ReadAllText(folder.Path));
    }

    [Fact]
    public void An_empty_pipeline_writes_nothing()
    {
        Assert.Empty(Run("@() | Export-LanguageJobReport $path").ThrowIfFailed().Output);

        Assert.Equal("old", File.ReadAllText(folder.Path));
    }

    [Fact]
    public async Task A_job_that_is_named_by_its_id_is_read_once()
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("3fa85f64-5717-4562-b3fc-2c963f66afa6", documentIds: ["1"]));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        session.With("path", folder.Path).Run("'3fa85f64-5717-4562-b3fc-2c963f66afa6' | Export-LanguageJobReport $path -ExcludeText").ThrowIfFailed();

        Assert.Single(server.Requests);
        Assert.Matches(new Regex("<dt>Rows</dt><dd>1</dd>"), File.ReadAllText(folder.Path));
    }

    public void Dispose() => folder.Dispose();

    private RunResult Run(string script, object? texts = null)
    {
        using var session = new PowerShellSession();
        return session.With("examples", Repository.PathOf("examples/jobs")).With("path", folder.Path).With("texts", texts)
            .Run($"$job = Import-LanguageJob $examples/agreement-entities.json\n{script}");
    }
}
