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
    public void A_kept_model_that_is_not_whole_is_learned_anew()
    {
        using var folder = new TemporaryFolder();
        Learn(folder, "soup");
        var kept = Directory.GetFiles(Path.Combine(folder.Path, ".models")).Single();
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

        Assert.True(Learn(folder).Trained);
        Assert.False(Learn(folder).Trained);
    }

    private static (ILearnedModel Model, bool Trained) Learn(TemporaryFolder folder, string dish)
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
        return Learn(folder);
    }

    private static (ILearnedModel Model, bool Trained) Learn(TemporaryFolder folder) =>
        ModelCache.LoadOrTrain(ProjectFolder.LoadCorpora(folder.Path).Single());
}
