using LanguageJobs.Emulator;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>Results written as labels, as a user does it. What the formats hold is tested in Labels.</summary>
public sealed class ExportLanguageLabelTests : IDisposable
{
    private const string Project = "-ProjectName Loans -StorageInputContainerName texts -Language en-us";

    private static readonly (string?, string?, int?, int?) PartOfAnother = ("agreement-03", "Place", 28, 6);

    private readonly TemporaryFile folder = new("old", "labels.json");

    private string NewPath => Path.Combine(folder.Folder, "new");

    [Theory]
    [InlineData("Azure", Project)]
    [InlineData("LabelStudio", "")]
    [InlineData("Doccano", "")]
    [InlineData("Spacy", "")]
    [InlineData("Conll", "")]
    public void A_job_is_read_back_from_every_format(string format, string parameters)
    {
        var result = Run($$"""
            $null = $job | Export-LanguageLabel $new -Format {{format}} -TextPath $texts {{parameters}} -WarningAction Ignore -ErrorAction Ignore
            Import-LanguageLabel $new -TextPath $texts
            """).ThrowIfFailed();

        Assert.Empty(result.Warnings);
        // In a project a document is named by its file.
        var labels = result.Of<LanguageLabel>().Select(label => (label.DocumentId?.Replace(".txt", ""), label.Category, label.Offset, label.Length)).Order();
        var entities = Run("$job | Get-LanguageJobEntity -ErrorAction Ignore").Of<LanguageEntity>()
            .Select(entity => (entity.DocumentId, (string?)entity.Category, (int?)entity.Offset, (int?)entity.Length)).Order();
        // One name is part of a longer one, which a format with one entity at a place has alone.
        Assert.Equal(format is "Spacy" or "Conll" ? entities.Where(entity => entity != PartOfAnother) : entities, labels);
    }

    [Theory]
    [InlineData("Azure", Project)]
    [InlineData("LabelStudio", "")]
    [InlineData("Doccano", "")]
    [InlineData("Spacy", "")]
    public void Classes_are_read_back_too(string format, string parameters)
    {
        var labels = Run($$"""
            $rows = @{ DocumentId = '1'; Category = 'Billing'; ConfidenceScore = 0.4 }, @{ DocumentId = '2'; Category = 'Access'; ConfidenceScore = 0.9 }, @{ DocumentId = '2'; Category = 'Billing'; ConfidenceScore = 0.7 }
            $null = $rows | Export-LanguageLabel $new -Format {{format}} -Text @([pscustomobject]@{ Id = '1'; Text = 'Zoë' }, [pscustomobject]@{ Id = '2'; Text = '🎉' }) {{parameters}} -WarningAction Ignore
            Import-LanguageLabel $new
            """).ThrowIfFailed().Of<LanguageLabel>();

        Assert.Equal([("1", "Billing"), ("2", "Access"), ("2", "Billing")], labels.Select(label => (label.DocumentId!, label.Category!)).Order());
    }

    [Theory]
    [InlineData("$job.Tasks")]
    [InlineData("$job.Tasks.Documents")]
    [InlineData("($job | Get-LanguageJobEntity -ErrorAction Ignore)")]
    [InlineData("(Import-LanguageLabel $examples/labels/agreements.json)")]
    public void Parts_rows_and_labels_are_taken(string results) =>
        Assert.NotEmpty(Run($"{results} | Export-LanguageLabel $path -Format Doccano -TextPath $texts -WarningAction Ignore -ErrorAction Ignore").ThrowIfFailed().Of<FileInfo>());

    [Fact]
    public void Jobs_may_stand_behind_the_path() =>
        Assert.Equal(folder.Path, Run("Export-LanguageLabel $path $job.Tasks.Documents -Format LabelStudio -TextPath $texts").ThrowIfFailed().Of<FileInfo>().Single().FullName);

    [Fact]
    public void A_project_for_the_service_says_what_an_import_does_and_what_it_cannot_hold()
    {
        var result = Run($"$job | Export-LanguageLabel $path -Format Azure {Project} -Dataset Train -ErrorAction Ignore").ThrowIfFailed();

        Assert.Equal(
            ["Confidence scores left out because the format Azure does not contain them: 23.", "Documents without a text", "When the service imports this file"],
            result.Warnings.Select((warning, i) => i == 0 ? warning : warning.Split([",", " whose"], StringSplitOptions.None)[0]));
        Assert.StartsWith(
            """{"projectFileVersion":"2022-05-01","stringIndexType":"Utf16CodeUnit","metadata":{"projectKind":"CustomEntityRecognition","projectName":"Loans","storageInputContainerName":"texts","language":"en-us"},"assets":{"projectKind":"CustomEntityRecognition","documents":[""",
            File.ReadAllText(folder.Path));
        var label = Run("Import-LanguageLabel $path").Of<LanguageLabel>()[0];
        Assert.Equal(("agreement-01", "Train", "en-us"), (label.Location, label.Dataset, label.Language));
    }

    [Fact]
    public void Predictions_for_Label_Studio_have_their_scores_and_no_annotation_is_made_up()
    {
        Run("@{ DocumentId = '1'; Category = 'thing'; Offset = 3; Length = 4; ConfidenceScore = 0.5 } | Export-LanguageLabel $path -Format LabelStudio -Text ([pscustomobject]@{ Id = '1'; Text = '🎉 Ines' })").ThrowIfFailed();

        Assert.Equal("""
            [
            {"data":{"text":"\uD83C\uDF89 Ines","documentId":"1"},"predictions":[{"model_version":"LanguageJobs","score":0.5,"result":[{"id":"1-1","from_name":"label","to_name":"text","type":"labels","score":0.5,"value":{"start":2,"end":6,"text":"Ines","labels":["thing"]}}]}]}
            ]

            """.ReplaceLineEndings("\n"), File.ReadAllText(folder.Path));
    }

    [Theory]
    [InlineData("Spacy", "@{ Offset = 0; Length = 4 }, @{ Offset = 2; Length = 4 }", "Entities left out because they overlap longer ones, which the format Spacy does not allow: 1.")]
    [InlineData("Conll", "@{ Offset = 0; Length = 4 }, @{ Offset = 2; Length = 5 }", "Entities left out because they overlap longer ones, which the format Conll does not allow: 1.")]
    [InlineData("Doccano", "@{ Offset = 0; Length = 4 }, @{ Offset = 2; Length = 4 }", "Overlapping entities, which Doccano drops unless the project allows overlapping spans: 1.")]
    [InlineData("Spacy", "@{ Offset = 0; Length = 2 }", "Entities that begin or end inside a word or with a blank, which spaCy skips unless char_span uses an alignment_mode: 1.")]
    [InlineData("Conll", "@{ Offset = 0; Length = 2 }", "Entities that begin or end inside a word, which was split: 1.")]
    [InlineData("Conll", "@{ Offset = 0; Length = 5 }", "Entities whose leading or trailing blanks were removed: 1.")]
    [InlineData("Conll", "@{ Offset = 0; Length = 4; Category = 'First name' }", "Labels whose category has blanks, which were replaced by '_': 1.")]
    [InlineData("Doccano", "@{ Offset = 0; Length = 0 }", "Entities left out because their length is 0: 1.")]
    public void What_a_format_cannot_hold_is_counted(string format, string entities, string expected) => Assert.Contains(expected, Run($$"""
        {{entities}} | ForEach-Object { @{ DocumentId = '1'; Category = if ($_.Category) { $_.Category } else { 'thing' }; Offset = $_.Offset; Length = $_.Length } } |
            Export-LanguageLabel $new -Format {{format}} -Text ([pscustomobject]@{ Id = '1'; Text = 'Ines Roth' })
        """).ThrowIfFailed().Warnings);

    [Fact]
    public void Words_and_tags_stand_in_two_columns_and_lines_apart()
    {
        var file = Run("""
            @{ DocumentId = 'in/a b.txt'; Category = 'Party'; Offset = 0; Length = 9 }, @{ DocumentId = 'in/a b.txt'; Category = 'Date'; Offset = 17; Length = 4 } |
                Export-LanguageLabel $new -Format Conll -Text ([pscustomobject]@{ Id = 'in/a b.txt'; Text = "Ines Roth`r`n`r`nin (2025)`nx`n" })
            """).ThrowIfFailed().Of<FileInfo>().Single();

        Assert.Equal(Path.Combine(NewPath, "in%2Fa b.txt.conll"), file.FullName);
        Assert.Equal("Ines\tB-Party\nRoth\tI-Party\n\nin\tO\n(\tO\n2025\tB-Date\n)\tO\n\nx\tO\n", File.ReadAllText(file.FullName));
    }

    [Theory]
    [InlineData("Export-LanguageLabel $path $job -Format Spacy", "TextsMissing")]
    [InlineData("Export-LanguageLabel $path $job -Format Azure -ProjectName Loans", "ProjectIncomplete")]
    [InlineData("Export-LanguageLabel $path $job -Format Auto", "ParameterArgumentValidationError")]
    [InlineData("Export-LanguageLabel $path $job -Format Azure " + Project + " -ReferenceLabel nowhere.json", "PathNotFound")]
    [InlineData("Export-LanguageLabel $path @{ DocumentId = '1'; Category = 'A' } -Format Conll -Text ([pscustomobject]@{ Id = '1'; Text = 'x' })", "NotSupported")]
    [InlineData("Export-LanguageLabel $path @{ DocumentId = '1'; Category = 'A' }, @{ DocumentId = '2'; Category = 'A'; Offset = 0; Length = 1 } -Format Azure " + Project, "InvalidLabels")]
    [InlineData("Export-LanguageLabel $path ($job.Tasks.Documents + $job.Tasks.Documents) -Format Azure " + Project, "DuplicateDocument")]
    [InlineData("Export-LanguageLabel $path $job.Tasks.Documents -Format Azure " + Project + " -NoClobber", "FileNotWritable")]
    [InlineData("Export-LanguageLabel $folder $job.Tasks.Documents -Format Azure " + Project, "FileNotWritable")]
    [InlineData("Export-LanguageLabel $folder/none/labels.json $job.Tasks.Documents -Format Azure " + Project, "FileNotWritable")]
    public void What_cannot_be_written_is_one_error_and_leaves_the_old_file(string script, string expected)
    {
        Assert.Equal(expected, Run(script).SingleError().Id);

        Assert.Equal("old", File.ReadAllText(folder.Path));
        Assert.Equal([folder.Path], Directory.GetFileSystemEntries(folder.Folder));
    }

    [Theory]
    [InlineData("$job | Export-LanguageLabel $path -Format Azure " + Project + " -WhatIf", 0)]
    [InlineData("@() | Export-LanguageLabel $path -Format Azure " + Project, 0)]
    [InlineData("$job.Tasks.Documents | Export-LanguageLabel $path -Format Azure " + Project + " -MaximumConfidence 0", 1)]
    [InlineData("$job.Tasks.Documents | Export-LanguageLabel $path -Format Azure " + Project + " -MinimumConfidence 1", 2)]
    public void Nothing_is_written_where_there_is_nothing_to_write(string script, int warnings)
    {
        var result = Run(script).ThrowIfFailed();

        Assert.Empty(result.Output);
        Assert.Equal(warnings, result.Warnings.Length);
        Assert.Equal("old", File.ReadAllText(folder.Path));
    }

    [Fact]
    public void Labels_that_exist_are_kept_whatever_is_selected()
    {
        var labels = Run($$"""
            $reference = Import-LanguageLabel $examples/labels/agreements.json | Where-Object DocumentId -like '*01*'
            $null = $job.Tasks.Documents | Export-LanguageLabel $path -Format Azure -TextPath $texts {{Project}} -ReferenceLabel $reference -Category Amount -WarningAction Ignore
            Import-LanguageLabel $path
            """).ThrowIfFailed().Of<LanguageLabel>();

        Assert.Contains(labels, label => label.DocumentId!.Contains("01", StringComparison.Ordinal) && label.Category == "Party");
        Assert.Contains(labels, label => label.DocumentId!.Contains("02", StringComparison.Ordinal));
        Assert.All(labels, label => Assert.True(label.Category is "Amount" or null || label.DocumentId!.Contains("01", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_document_whose_text_is_missing_is_named()
    {
        var result = Run("$job.Tasks.Documents | Export-LanguageLabel $path -Format LabelStudio -TextPath $texts/agreement-01.txt").ThrowIfFailed();

        Assert.StartsWith("Documents left out because no text was found for them: 'agreement-02'", Assert.Single(result.Warnings));
    }

    [Fact]
    public async Task An_id_sends_its_jobs_requests_once_and_what_if_sends_none()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(Bodies.V3("j", documentIds: ["1"])));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        session.With("path", NewPath).Run($"'a' | Export-LanguageLabel $path -Format Azure {Project} -WhatIf").ThrowIfFailed();
        Assert.Empty(server.Requests);
        session.Run($"'a' | Export-LanguageLabel $path -Format Azure {Project} -WarningAction Ignore").ThrowIfFailed();
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_emulator_learns_from_a_project_that_its_answers_became()
    {
        var texts = Directory.CreateDirectory(Path.Combine(folder.Folder, "texts")).FullName;
        string[] names = ["Priya Raman", "Daniel Osei", "Tomasz Nowak", "Lucía Ferrer", "Zoe\u0308 Frost", "Ola Berg"];
        for (var i = 0; i < 60; i++)
            await File.WriteAllTextAsync(Path.Combine(texts, $"letter-{i:00}.txt"), $"🪙 This letter is from {names[i % 6]}\r\nand goes to {names[(i + 1 + (i / 6)) % 6]},\r\nwho owes EUR {i}.\r\n");
        GazetteerProject teacher = new()
        {
            Name = "Teacher",
            Kind = "CustomEntityRecognition",
            Phrases = new Dictionary<string, IReadOnlyList<string>> { ["Party"] = names },
        };

        await WithEmulator(new EmulatorOptions { Projects = [teacher], JobDuration = TimeSpan.Zero, Key = LoopbackServer.Key }, session =>
            Assert.Equal(60, session.With("texts", texts).Run("""
                $jobs = Start-LanguageJob -Path "$texts/*.txt" -Kind CustomEntityRecognition -ProjectName Teacher -DeploymentName production | Wait-LanguageJob
                $null = $jobs | Export-LanguageLabel "$texts/project.json" -Format Azure -TextPath "$texts/*.txt" -ProjectName Pupil -StorageInputContainerName texts -Language en-us -Dataset Train -WarningAction Ignore
                Import-LanguageLabel "$texts/project.json" | ForEach-Object Location
                """).ThrowIfFailed().Of<string>().Distinct().Count()));

        await WithEmulator(new EmulatorOptions { ProjectsFolder = texts, JobDuration = TimeSpan.Zero, Key = LoopbackServer.Key }, session =>
            Assert.Contains(
                session.Run("""
                    'This letter is from Daniel Osei and goes to Ola Berg, who owes EUR 7.' |
                        Start-LanguageJob -Kind CustomEntityRecognition -ProjectName Pupil -DeploymentName production | Wait-LanguageJob | Get-LanguageJobEntity
                    """).ThrowIfFailed().Of<LanguageEntity>(),
                entity => entity.Category == "Party" && entity.Text == "Daniel Osei"));
    }

    public void Dispose() => folder.Dispose();

    private static async Task WithEmulator(EmulatorOptions options, Action<PowerShellSession> use)
    {
        await using var emulator = await LanguageEmulator.StartAsync(options);
        using var session = PowerShellSession.ConnectedTo(emulator.Endpoint);
        use(session);
    }

    private RunResult Run(string script)
    {
        using var session = new PowerShellSession();
        var job = session.Run($"Import-LanguageJob '{Repository.PathOf("examples/jobs/agreement-entities.json")}'").ThrowIfFailed().Output[0];
        return session.With("job", job).With("path", folder.Path).With("new", NewPath).With("folder", folder.Folder)
            .With("examples", Repository.PathOf("examples")).With("texts", Repository.PathOf("examples/jobs/agreements")).Run(script);
    }
}
