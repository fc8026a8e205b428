using System.Text.Json.Nodes;
using LanguageJobs.Emulator;
using LanguageJobs.Tests.Help;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Examples;

/// <summary>The runbooks run as they stand, with nobody watching: no prompt, no progress, an exit code that is right.</summary>
[Collection("Environment")]
public class RunbookTests(ExampleRun run) : IClassFixture<ExampleRun>
{
    private const string Tickets = "8b7d1c52-03ee-4f7a-b6a9-5e2f4c9d7711";
    private const string Agreements = "2f9a6f0e-7c41-4d0b-9a55-1d3c8e6b4a10";

    [Theory]
    [InlineData("-BelowConfidence 0.5", 3, 2)]
    [InlineData("-BelowConfidence 0.5 -MaximumShare 0.5", 0, 2)]
    [InlineData("-BelowConfidence 0.3", 0, 0)]
    public void An_alert_is_raised_when_too_many_rows_are_unsure(string arguments, int exitCode, int rows)
    {
        using var session = new PowerShellSession();

        var result = session.Run($"& '{Runbook("low-confidence-alert.ps1")}' -JobId {Tickets} {arguments}; $LASTEXITCODE").ThrowIfFailed();

        Assert.Equal(exitCode, result.Output[^1].BaseObject);
        Assert.Equal(rows, result.Output.Length - 1);
        Assert.Equal(exitCode == 3 ? ["2 of 8 rows are below 0.5."] : [], result.Warnings);
        Assert.Empty(result.Progress);
    }

    [Fact]
    public void Many_jobs_are_summed_up_in_parallel()
    {
        using var session = new PowerShellSession();

        var result = session.Run($"& '{Runbook("fan-out.ps1")}' -JobId {Tickets}, {Agreements}").ThrowIfFailed();

        var tickets = result.Output.Single(job => Equals(job.Properties["JobId"].Value, Tickets));
        Assert.Equal((8, 8, 0.39, 0), (tickets.Properties["Documents"].Value, tickets.Properties["Rows"].Value, tickets.Properties["LowestConfidence"].Value, tickets.Properties["Errors"].Value));
        Assert.Equal(1, result.Output.Single(job => Equals(job.Properties["JobId"].Value, Agreements)).Properties["Errors"].Value);
        Assert.Empty(result.Progress);
    }

    [PwshFact]
    public async Task A_folder_goes_through_a_model_over_night()
    {
        var results = Path.Combine(run.Folder, "nightly");

        var (exitCode, output, errors) = await Pwsh.RunFileAsync(
            run.Folder, Runbook("nightly-folder.ps1"), "-Folder", "examples/jobs/agreements", "-OutputFolder", results, "-ProjectName", "Agreements");

        Assert.Equal((0, "1 jobs read, 0 errors.", ""), (exitCode, output.Trim(), errors));
        Assert.Contains(Csv(results, "entities.csv"), line => line.Contains("agreement-02.txt") && line.Contains("Tomasz Nowak"));
        Assert.Equal(2, Csv(results, "jobs.csv").Length);
    }

    [PwshFact]
    public async Task A_document_that_cannot_be_sent_costs_no_other()
    {
        var folder = Directory.CreateDirectory(Path.Combine(run.Folder, "mixed")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "good.txt"), "Priya Raman pays EUR 120.");
        await File.WriteAllTextAsync(Path.Combine(folder, "empty.txt"), "");

        var (exitCode, output, _) = await Pwsh.RunFileAsync(
            run.Folder, Runbook("nightly-folder.ps1"), "-Folder", folder, "-OutputFolder", folder, "-ProjectName", "Agreements");

        Assert.Equal(2, exitCode);
        Assert.Contains("Not sent:", output);
        Assert.Equal(3, Csv(folder, "entities.csv").Length);
    }

    [PwshFact]
    public async Task Yesterdays_jobs_are_resumed_and_what_is_lost_is_told()
    {
        var results = Directory.CreateDirectory(Path.Combine(run.Folder, "resumed")).FullName;
        var jobs = Path.Combine(results, "jobs.csv");
        await File.WriteAllLinesAsync(jobs, ["JobId", Tickets, Agreements, "00000000-0000-0000-0000-000000000000"]);

        var (exitCode, output, errors) = await Pwsh.RunFileAsync(run.Folder, Runbook("resume-jobs.ps1"), "-JobsFile", jobs, "-OutputFolder", results);

        Assert.Equal((2, "2 jobs read, 2 errors.", ""), (exitCode, output.Trim(), errors));
        Assert.Equal(1 + 8, Csv(results, "classes.csv").Length);
        Assert.Equal(1 + 23, Csv(results, "entities.csv").Length);
        Assert.Contains(Csv(results, "failed.csv"), line => line.Contains("JobNotFound") && line.Contains("00000000-0000"));
        Assert.Contains(Csv(results, "failed.csv"), line => line.Contains("agreement-04"));
    }

    [PwshFact]
    public async Task A_nightly_evaluation_fails_when_a_category_drops()
    {
        var results = Path.Combine(run.Folder, "evaluation");
        Task<(int ExitCode, string Output, string Errors)> Evaluate() => Pwsh.RunFileAsync(
            run.Folder, Runbook("nightly-evaluation.ps1"), "-Folder", "examples/jobs/agreements", "-Label", "examples/labels/agreements.json",
            "-OutputFolder", results, "-ProjectName", "Agreements");

        var (exitCode, _, errors) = await Evaluate();

        Assert.Equal((0, ""), (exitCode, errors));
        var scores = Csv(results, "scores.csv");
        Assert.Equal("""
            "Party","10","1","0.5","0.6666666666666666"
            """, scores.Single(line => line.StartsWith("\"Party\"", StringComparison.Ordinal)));
        Assert.Equal(0, (await Evaluate()).ExitCode);

        // Yesterday's model found every party.
        await File.WriteAllLinesAsync(Path.Combine(results, "scores.csv"), scores.Select(line => line.Replace("0.6666666666666666", "1")));
        (exitCode, var output, _) = await Evaluate();

        Assert.Equal(3, exitCode);
        Assert.Contains("Party dropped from 1.00 to 0.67.", output);
        Assert.Equal(2, Csv(results, "dropped.csv").Length);
        Assert.Contains(Csv(results, "mistakes.csv"), line => line.Contains("Removed") && line.Contains("Harbour Street Credit Union"));
        Assert.Contains(Csv(results, "scores.csv"), line => line.EndsWith("\"1\"", StringComparison.Ordinal) && line.StartsWith("\"Party\"", StringComparison.Ordinal));
    }

    [PwshFact]
    public async Task A_run_that_breaks_off_says_why_and_ends_with_1()
    {
        var (exitCode, _, errors) = await Pwsh.RunFileAsync(
            run.Folder, Runbook("resume-jobs.ps1"), "-JobsFile", "nowhere.csv", "-OutputFolder", run.Folder);

        Assert.Equal(1, exitCode);
        Assert.Contains("nowhere.csv", errors);
    }

    [PwshFact]
    public async Task A_folder_is_redacted_file_for_file_and_what_could_not_be_is_told()
    {
        var letters = Directory.CreateDirectory(Path.Combine(run.Folder, "letters")).FullName;
        var redacted = Directory.CreateDirectory(Path.Combine(run.Folder, "redacted")).FullName;
        await File.WriteAllTextAsync(Path.Combine(letters, "Zoë [1].txt"), "Write to zoe@contoso.com,\r\ncall 206-555-0199.\r\n");
        for (var i = 0; i < 60; i++)
            await File.WriteAllTextAsync(Path.Combine(letters, $"letter-{i:00}.txt"), $"Letter {i}: card 4111 1111 1111 1111.");
        await File.WriteAllTextAsync(Path.Combine(letters, "empty.txt"), "");
        await File.WriteAllBytesAsync(Path.Combine(letters, "latin1.txt"), [0x5A, 0x6F, 0xEB]);
        await File.WriteAllTextAsync(Path.Combine(redacted, "empty.txt"), "of an older run");

        var (exitCode, output, errors) = await Pwsh.RunFileAsync(run.Folder, Runbook("redact-folder.ps1"), "-Folder", letters, "-OutputFolder", redacted);

        Assert.Equal((2, "61 of 63 files redacted.", ""), (exitCode, output.Trim(), errors));
        Assert.Equal(61 + 1, Directory.GetFiles(redacted).Length);
        Assert.Equal("Write to ***************,\r\ncall ************.\r\n", await File.ReadAllTextAsync(Path.Combine(redacted, "Zoë [1].txt")));
        Assert.Equal("Letter 59: card *******************.", await File.ReadAllTextAsync(Path.Combine(redacted, "letter-59.txt")));
        var left = Csv(redacted, "not-redacted.csv");
        Assert.Equal(1 + 2, left.Length);
        Assert.Contains(left, line => line.Contains("empty.txt") && line.Contains("is empty"));
        Assert.Contains(left, line => line.Contains("latin1.txt") && line.Contains("not UTF-8"));
    }

    [PwshFact]
    public async Task Only_what_was_asked_for_is_masked()
    {
        var letters = Directory.CreateDirectory(Path.Combine(run.Folder, "some")).FullName;
        await File.WriteAllTextAsync(Path.Combine(letters, "a.txt"), "zoe@contoso.com, 206-555-0199");

        var (exitCode, _, _) = await Pwsh.RunFileAsync(
            run.Folder, Runbook("redact-folder.ps1"), "-Folder", letters, "-OutputFolder", Path.Combine(run.Folder, "some-redacted"), "-Category", "Email");

        Assert.Equal(0, exitCode);
        Assert.Equal("***************, 206-555-0199", await File.ReadAllTextAsync(Path.Combine(run.Folder, "some-redacted", "a.txt")));
    }

    [PwshFact]
    public async Task Unsure_documents_are_corrected_in_Label_Studio_and_train_the_next_model()
    {
        var texts = Directory.CreateDirectory(Path.Combine(run.Folder, "review")).FullName;
        var (project, tested) = TrainedProject(texts);
        using var unsure = new TemporaryFile("", "texts.txt");
        foreach (var name in tested.Take(20))
            File.Copy(Path.Combine(texts, name), Path.Combine(unsure.Folder, name));
        await using var emulator = await LanguageEmulator.StartAsync(new EmulatorOptions { ProjectsFolder = project, JobDuration = TimeSpan.Zero });
        var before = Environment.GetEnvironmentVariable("LANGUAGE_ENDPOINT");
        File.Delete(unsure.Path);
        try
        {
            Environment.SetEnvironmentVariable("LANGUAGE_ENDPOINT", emulator.Endpoint.ToString());
            string[] common = ["-Folder", unsure.Folder, "-OutputFolder", texts, "-ProjectName", "Agreements"];

            Assert.Equal(3, (await Pwsh.RunFileAsync(run.Folder, Runbook("review-unsure.ps1"), [.. common, "-MaximumConfidence", "0"])).ExitCode);
            var (exitCode, output, errors) = await Pwsh.RunFileAsync(run.Folder, Runbook("review-unsure.ps1"), common);

            Assert.Equal((0, ""), (exitCode, errors));
            var reviewed = Annotated(Path.Combine(texts, "review.json"));
            Assert.InRange(reviewed, 1, 19);
            Assert.StartsWith($"{reviewed} documents to review", output);

            (exitCode, output, errors) = await Pwsh.RunFileAsync(run.Folder, Runbook("review-unsure.ps1"),
                [.. common, "-Reviewed", Path.Combine(texts, "reviewed.json"), "-Label", project, "-StorageInputContainerName", "texts", "-Language", "en-us"]);

            Assert.Equal((0, ""), (exitCode, errors));
            Assert.Contains($"{134 + reviewed} labelled documents in training.json.", output);
        }
        finally
        {
            Environment.SetEnvironmentVariable("LANGUAGE_ENDPOINT", before);
        }
        var training = Path.Combine(texts, "training.json");
        Assert.Contains("\"category\":\"Corrected\"", await File.ReadAllTextAsync(training));
        await using var next = await LanguageEmulator.StartAsync(new EmulatorOptions { ProjectsFolder = training, JobDuration = TimeSpan.Zero, Key = LoopbackServer.Key });
        using var session = PowerShellSession.ConnectedTo(next.Endpoint);
        Assert.NotEmpty(session.Run($"""
            Start-LanguageJob -Path '{texts}/agreement-001.txt' -Kind CustomEntityRecognition -ProjectName Agreements -DeploymentName production |
                Wait-LanguageJob | Get-LanguageJobEntity
            """).ThrowIfFailed().Output);
    }

    // The sample project without the labels of its test documents; all texts lie beside it.
    private static (string Project, string[] Tested) TrainedProject(string folder)
    {
        var source = Repository.PathOf("examples/projects/agreements");
        foreach (var file in Directory.GetFiles(Path.Combine(source, "documents")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(source, "project.json")))!;
        var documents = json["assets"]!["documents"]!.AsArray();
        foreach (var document in documents)
            document!["location"] = Path.GetFileName((string)document["location"]!);
        var tested = documents.Where(document => (string?)document!["dataset"] == "Test").ToArray();
        foreach (var document in tested)
            documents.Remove(document);
        var path = Path.Combine(folder, "project.json");
        File.WriteAllText(path, json.ToJsonString());
        return (path, Array.ConvertAll(tested, document => (string)document!["location"]!));
    }

    // What Label Studio exports when people accept every prediction but the first, which gets another label.
    private static int Annotated(string review)
    {
        var tasks = JsonNode.Parse(File.ReadAllText(review))!.AsArray();
        for (var i = 0; i < tasks.Count; i++)
        {
            tasks[i]!["id"] = i + 1;
            var result = tasks[i]!["predictions"]![0]!["result"]!.DeepClone();
            if (i == 0)
                result[0]!["value"]!["labels"] = new JsonArray("Corrected");
            tasks[i]!["annotations"] = new JsonArray(new JsonObject { ["id"] = i + 1, ["completed_by"] = 1, ["was_cancelled"] = false, ["ground_truth"] = false, ["result"] = result });
        }
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(review)!, "reviewed.json"), tasks.ToJsonString());
        return tasks.Count;
    }

    private static string Runbook(string name) => Repository.PathOf("examples/runbooks", name);

    private static string[] Csv(string folder, string name) => File.ReadAllLines(Path.Combine(folder, name));
}
