using System.Text.Json.Nodes;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Emulator;

public class ExampleJobTests
{
    [Theory]
    [InlineData("agreement-entities.json")]
    [InlineData("contracts-2025.json")]
    [InlineData("partial.json")]
    [InlineData("several-kinds.json")]
    public void Offsets_cut_each_entity_out_of_its_text(string file)
    {
        var body = JsonNode.Parse(File.ReadAllText(Repository.PathOf($"examples/jobs/{file}")))!;
        var tasks = body["tasks"]!.AsObject().Select(member => member.Value).OfType<JsonArray>().SelectMany(list => list);
        var documents = tasks.Select(task => task!["results"]?["documents"]).OfType<JsonArray>().SelectMany(list => list).ToList();

        Assert.NotEmpty(documents);
        foreach (var document in documents)
        {
            var text = File.ReadAllText(Repository.PathOf($"examples/jobs/agreements/{document!["id"]}.txt"));
            foreach (var entity in document["entities"]?.AsArray() ?? [])
                Assert.Equal((string?)entity!["text"], text.Substring((int)entity["offset"]!, (int)entity["length"]!));
        }
    }
}
