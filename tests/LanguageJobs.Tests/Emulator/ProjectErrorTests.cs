using LanguageJobs.Emulator;

namespace LanguageJobs.Tests.Emulator;

public class ProjectErrorTests
{
    private const string Entities = """{"metadata":{"projectKind":"CustomEntityRecognition","projectName":"Claims"},"assets":{"entities":[{"category":"Place"}],"documents":[DOCUMENTS]}}""";
    private const string Single = """{"metadata":{"projectKind":"CustomSingleLabelClassification","projectName":"Claims"},"assets":{"classes":[{"category":"A"},{"category":"B"}],"documents":[DOCUMENTS]}}""";

    [Theory]
    [InlineData(Entities, """{"location":"1.txt","entities":[{"labels":[{"offset":0,"length":2}]}]}""", "labels '1.txt' without a 'category'")]
    [InlineData(Entities, """{"location":"1.txt","entities":[{"labels":[{"category":null,"offset":0,"length":2}]}]}""", "labels '1.txt' without a 'category'")]
    [InlineData(Entities, """{"location":"1.txt","entities":[{"labels":[{"category":"Person","offset":0,"length":2}]}]}""", "with 'Person', which is not among")]
    [InlineData(Entities, """{"location":"1.txt","entities":[{"labels":[{"category":"Place","offset":10,"length":200}]}]}""", "outside the text of '1.txt'")]
    [InlineData(Entities, """{"location":"1.txt","entities":[{"labels":[{"category":"Place","offset":2147483647,"length":2147483647}]}]}""", "outside the text of '1.txt'")]
    [InlineData(Entities, """{"location":"1.txt","entities":[{"labels":[{"category":"Place","offset":"x","length":2}]}]}""", "'$.assets.documents[0].entities[0].labels[0].offset'")]
    [InlineData(Entities, """{"location":"2.txt","entities":[]}""", "2.txt', which does not exist")]
    [InlineData(Entities, """{"location":"folder","entities":[]}""", "folder', which cannot be read")]
    [InlineData(Entities, """{"entities":[]}""", "a document without a 'location'")]
    [InlineData(Entities, """{"location":"1.txt"}""", "no labelled documents to learn from")]
    [InlineData(Entities, """{"location":"1.txt","dataset":"Test","entities":[]}""", "no labelled documents to learn from")]
    [InlineData(Single, """{"location":"1.txt","class":{"category":null}}""", "labels '1.txt' without a 'category'")]
    [InlineData(Single, """{"location":"1.txt","classes":[]}""", "labels '1.txt' with 0 classes")]
    public async Task A_label_or_document_that_is_not_as_it_must_be_is_named_with_its_file(string project, string documents, string complaint)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "folder"));
        folder.Write("1.txt", "Lisbon is a city.");
        folder.Write("Claims.json", project.Replace("DOCUMENTS", documents));

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Start(folder));

        Assert.Contains("Claims.json'", error.Message);
        Assert.Contains(complaint, error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("""{"metadata":{"projectKind":"CustomEntityRecognition"}}""", "no 'metadata.projectName'")]
    [InlineData("""{"metadata":{"projectKind":"Poetry","projectName":"a"},"assets":{"documents":[]}}""", "of the kind 'Poetry'")]
    [InlineData("""{"metadata":{"projectKind":"CustomEntityRecognition","projectName":"a"}}""", "neither 'assets.documents'")]
    [InlineData("""{"metadata":{"projectKind":"CustomEntityRecognition","projectName":"a"},"assets":{"entities":[],"documents":[]}}""", "too few categories")]
    [InlineData("""{"metadata":{"projectKind":"CustomEntityRecognition","projectName":"a"},"gazetteer":{"Drink":["tea",""]}}""", "an empty phrase in the gazetteer's category 'Drink'")]
    [InlineData("""{"metadata":{"projectKind":"CustomEntityRecognition","projectName":"a"},"gazetteer":{"Drink":null}}""", "an empty phrase in the gazetteer's category 'Drink'")]
    [InlineData("""{"metadata":{"projectKind":"CustomEntityRecognition","projectName":"a"},"gazetteer":{}}""", "needs a category")]
    [InlineData("""{"metadata":{"projectKind":"CustomEntityRec""", "line 1, byte")]
    public async Task A_project_that_cannot_be_used_is_named(string project, string complaint)
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.json", project.Contains("\"projectKind\"") ? project : project + "\"projectKind\"");

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Start(folder));

        Assert.Contains("a.json'", error.Message);
        Assert.Contains(complaint, error.Message);
    }

    [Fact]
    public async Task A_folder_without_a_project_is_an_error_and_other_json_files_are_none()
    {
        using var folder = new TemporaryFolder();
        folder.Write("package.json", """{"name":"something else" // with a comment""");

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Start(folder));

        Assert.Contains($"'{folder.Path}' has no project", error.Message);
    }

    [Fact]
    public async Task Two_files_of_one_project_are_both_named()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "first.json", "second.json" })
            folder.Write(name, """{"metadata":{"projectKind":"CustomEntityRecognition","projectName":"Pets"},"gazetteer":{"Pet":["cat"]}}""");

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Start(folder));

        Assert.Contains("first.json' and", error.Message);
        Assert.Contains("second.json' are both project 'Pets'", error.Message);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "gone.json"), Path.Combine(folder.Path, "nowhere"));

        var projects = await Assert.ThrowsAsync<InvalidDataException>(() => Start(folder));
        var jobs = await Assert.ThrowsAsync<InvalidDataException>(() => LanguageEmulator.StartAsync(new EmulatorOptions { JobsFolder = folder.Path }));

        Assert.All([projects, jobs], error => Assert.Contains("gone.json' cannot be read", error.Message));
    }

    [Fact]
    public async Task A_folder_of_saved_jobs_without_a_job_is_an_error()
    {
        using var folder = new TemporaryFolder();

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => LanguageEmulator.StartAsync(new EmulatorOptions { JobsFolder = folder.Path }));

        Assert.Contains($"'{folder.Path}' has no job", error.Message);
    }

    [Fact]
    public async Task An_export_keeps_its_own_name_and_documents_without_labels_are_left_out()
    {
        using var folder = new TemporaryFolder();
        folder.Write("1.txt", "Lisbon is a city.");
        folder.Write("2.txt", "Nothing here.");
        folder.Write("Claims.json", "\uFEFF" + Entities.Replace("DOCUMENTS", """
            {"location":"1.txt","entities":[{"regionOffset":0,"regionLength":17,"labels":[{"category":"Place","offset":0,"length":6}]}]},
            {"location":"2.txt","entities":[{"regionOffset":0,"regionLength":13}]},
            {"location":"unlabelled.txt"}
            """));

        await using var client = await EmulatorClient.Start(new EmulatorOptions { ProjectsFolder = folder.Path });
        var job = await client.GetJson(await client.Submit(JobBody.Ga.Document("1", "Lisbon").Entities("Claims")));

        Assert.Equal("succeeded", (string?)job["status"]);
    }

    [Fact]
    public async Task A_job_that_asks_for_an_unknown_project_or_deployment_is_told_the_known_ones()
    {
        await using var client = await EmulatorClient.Start(new EmulatorOptions { Projects = Projects.All });

        var job = await client.GetJson(await client.Submit(JobBody.Ga.Document("1", "tea").Single("queues")));

        Assert.Equal("Project 'queues' does not exist. Known projects: Orders, Queues, Topics.", (string?)job["errors"]![0]!["message"]);
    }

    private static Task<LanguageEmulator> Start(TemporaryFolder folder) =>
        LanguageEmulator.StartAsync(new EmulatorOptions { ProjectsFolder = folder.Path });
}
