using LanguageJobs.Emulator.Models;
using LanguageJobs.Emulator.Projects;

namespace LanguageJobs.Tests.Emulator.Models;

public class ModelCacheTests
{
    [Fact]
    public void A_model_is_learned_once_and_again_when_its_documents_change()
    {
        using var folder = new TemporaryFolder();
        var first = Learn(folder, "soup");
        var again = Learn(folder, "soup");
        var changed = Learn(folder, "stew");

        Assert.Equal([true, false, true], new[] { first.Trained, again.Trained, changed.Trained });
        var text = "please bring the soup";
        Assert.Equal(((IClassModel)first.Model).Classify(text), ((IClassModel)again.Model).Classify(text));
    }

    [Fact]
    public void Only_the_newest_model_is_kept_and_git_does_not_see_it()
    {
        using var folder = new TemporaryFolder();
        Learn(folder, "soup");
        Learn(folder, "stew");

        var models = Path.Combine(folder.Path, ".models");
        Assert.StartsWith("Orders.", Path.GetFileName(Assert.Single(Directory.GetFiles(models, "*.bin"))));
        Assert.EndsWith("*\n", File.ReadAllText(Path.Combine(models, ".gitignore")));
        Assert.Equal(2, Directory.GetFileSystemEntries(models).Length);
    }

    [Fact]
    public void Models_can_be_kept_in_another_folder()
    {
        using var folder = new TemporaryFolder();
        using var models = new TemporaryFolder();

        var first = Learn(folder, "soup", models.Path);
        var again = Learn(folder, "soup", models.Path);

        Assert.Equal([true, false], new[] { first.Trained, again.Trained });
        Assert.False(Directory.Exists(Path.Combine(folder.Path, ".models")));
    }

    [Fact]
    public void A_model_that_cannot_be_kept_is_said_so_and_answers_all_the_same()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".models", "a file where the folder should be");
        var said = new List<string>();

        var (model, trained) = Learn(folder, "soup", log: said.Add);

        Assert.True(trained);
        Assert.Contains("Kitchen", ((IClassModel)model).Classify("send the cook, the soup is cold").Select(score => score.Category));
        Assert.Contains("The model of Orders cannot be kept", said[^1]);
    }

    [Fact]
    public void A_kept_model_that_is_not_whole_is_learned_anew()
    {
        using var folder = new TemporaryFolder();
        Learn(folder, "soup");
        var kept = Directory.GetFiles(Path.Combine(folder.Path, ".models"), "*.bin").Single();
        File.WriteAllBytes(kept, File.ReadAllBytes(kept)[..100]);

        Assert.True(Learn(folder, "soup").Trained);
    }

    [Fact]
    public void A_model_of_texts_with_emoji_is_kept_like_any_other()
    {
        using var folder = new TemporaryFolder();
        folder.Write("1.txt", "Zoë met 🦊🦉 and 🚲🚀 in Lisbon 😀😎.");
        folder.Write("project.json", """
            {"metadata":{"projectKind":"CustomEntityRecognition","projectName":"Trips"},
             "assets":{"entities":[{"category":"Place"}],"documents":[
              {"location":"1.txt","entities":[{"regionOffset":0,"regionLength":37,"labels":[{"category":"Place","offset":25,"length":6}]}]}]}}
            """);

        Assert.True(LoadOrTrain(folder).Trained);
        Assert.False(LoadOrTrain(folder).Trained);
    }

    private static (ILearnedModel Model, bool Trained) Learn(
        TemporaryFolder folder, string dish, string? models = null, Action<string>? log = null)
    {
        var documents = Enumerable.Range(0, 20).Select(number => number % 2 == 0
            ? (Name: $"{number}.txt", Text: $"The {dish} of table {number} is cold, send the cook.", Class: "Kitchen")
            : (Name: $"{number}.txt", Text: $"Two more beers and a glass of wine at table {number}.", Class: "Bar")).ToList();
        documents.ForEach(document => folder.Write(document.Name, document.Text));
        var labels = string.Join(',', documents.Select(document => $$$"""{"location":"{{{document.Name}}}","class":{"category":"{{{document.Class}}}"}}"""));
        folder.Write("project.json", $$$"""
            {"metadata":{"projectKind":"CustomSingleLabelClassification","projectName":"Orders"},
             "assets":{"classes":[{"category":"Kitchen"},{"category":"Bar"}],"documents":[{{{labels}}}]}}
            """);
        return LoadOrTrain(folder, models, log);
    }

    private static (ILearnedModel Model, bool Trained) LoadOrTrain(
        TemporaryFolder folder, string? models = null, Action<string>? log = null) =>
        new ModelCache(models, log ?? (_ => { })).LoadOrTrain(ProjectFolder.Read(folder.Path, default).Single().Corpus!, default);
}
