using System.Text;
using LanguageJobs.Wire;

namespace LanguageJobs.Tests.Wire;

/// <summary>What has no property of its own is kept as raw JSON; what has one is not kept twice.</summary>
public class AdditionalPropertiesTests
{
    private static LanguageDocument Read(string document)
    {
        var json = $$$"""{"jobId":"j","tasks":{"items":[{"kind":"K","results":{"documents":[{{{document}}}]}}]}}""";
        return JobBody.Read(Encoding.UTF8.GetBytes(json), new StringPool()).Job.Tasks[0].Documents[0];
    }

    [Theory]
    [InlineData("""{"id":"1","entities":[],"warnings":[]}""")]
    [InlineData("""{"id":"1","class":[{"category":"c","confidenceScore":1}],"statistics":{"charactersCount":1,"transactionsCount":1}}""")]
    [InlineData("""{"id":"1","redactedText":"*","entities":null,"detectedLanguage":{"name":"German","iso6391Name":"de","confidenceScore":1},"isLanguageDefaulted":false}""")]
    public void A_document_whose_members_all_have_properties_has_none(string document) =>
        Assert.Null(Read(document).AdditionalProperties);

    [Fact]
    public void Members_are_kept_as_they_stand_in_the_order_of_the_service()
    {
        var document = Read("""{"b":[ 1,2 ] ,"id":"1","\u0061":{"x" : "\u00e9"},"c":null,"d": "é","e":1.50}""");

        Assert.Equal(["b", "a", "c", "d", "e"], document.AdditionalProperties!.Keys);
        Assert.Equal(["[ 1,2 ]", """{"x" : "\u00e9"}""", "null", "\"é\"", "1.50"], document.AdditionalProperties.Values);
        Assert.Equal("""{"b":[ 1,2 ],"a":{"x" : "\u00e9"},"c":null,"d":"é","e":1.50}""", document.AdditionalProperties.ToString());
    }

    [Fact]
    public void Names_are_told_apart_by_upper_and_lower_case()
    {
        var kept = Read("""{"id":"1","x":1,"X":2}""").AdditionalProperties!;

        Assert.Equal(("1", "2"), (kept["x"], kept["X"]));
        Assert.False(kept.ContainsKey("Y"));
    }

    [Fact]
    public void An_entity_keeps_its_own_and_the_array_is_not_kept_again()
    {
        var document = Read("""{"id":"1","entities":[{"text":"t","category":"c","offset":0,"length":1,"confidenceScore":1},{"text":"u","category":"c","tags":[{"name":"n"}],"type":"T"}]}""");

        Assert.Null(document.AdditionalProperties);
        Assert.Null(document.Entities[0].AdditionalProperties);
        Assert.Equal("""{"tags":[{"name":"n"}],"type":"T"}""", $"{document.Entities[1].AdditionalProperties}");
    }

    [Fact]
    public void An_array_of_entities_without_a_category_is_kept_whole()
    {
        var document = Read("""{"id":"1","entities":[{"name":"n","matches":[]},{"text":"t","category":"c","offset":0,"length":1,"x":2}]}""");

        Assert.Equal("""[{"name":"n","matches":[]},{"text":"t","category":"c","offset":0,"length":1,"x":2}]""", document.AdditionalProperties!["entities"]);
        Assert.Equal("""{"x":2}""", $"{Assert.Single(document.Entities).AdditionalProperties}");
    }

    [Theory]
    [InlineData("detectedLanguage", """{"name":"Serbian","iso6391Name":"sr","confidenceScore":0.6,"script":"Cyrillic"}""")]
    [InlineData("warnings", """[{"code":"a","message":"b"},{"code":"c","message":"d","detail":{}}]""")]
    [InlineData("statistics", """{"charactersCount":1,"transactionsCount":1,"tokensCount":2}""")]
    [InlineData("class", """[{"category":"c","confidenceScore":1,"parent":"p"}]""")]
    [InlineData("isLanguageDefaulted", "false")]
    public void A_member_that_a_property_holds_only_in_part_is_kept_whole(string name, string json) =>
        Assert.Equal((name, json), Assert.Single(Read($$"""{"id":"1","{{name}}":{{json}},"entities":[]}""").AdditionalProperties!) is var (key, value) ? (key, value) : default);

    [Fact]
    public void Of_two_lists_of_classes_the_second_is_kept_raw()
    {
        var document = Read("""{"id":"1","class":[{"category":"a","confidenceScore":1}],"classes":[{"category":"b","confidenceScore":1}]}""");

        Assert.Equal("a", Assert.Single(document.Classes).Category);
        Assert.Equal("""[{"category":"b","confidenceScore":1}]""", document.AdditionalProperties!["classes"]);
    }

    [Fact]
    public void Every_kind_of_task_gives_up_its_results()
    {
        var job = Shapes.Job("v3.2-preview.2-mixed");
        var documents = job.Tasks.ToDictionary(task => task.Kind, task => task.Documents[0]);

        Assert.Equal("""["harbour dues","Zürich"]""", documents["KeyPhraseExtraction"].AdditionalProperties!["keyPhrases"]);
        Assert.Equal("\"mixed\"", documents["SentimentAnalysis"].AdditionalProperties!["sentiment"]);
        Assert.StartsWith("""[{"bingId":""", documents["EntityLinking"].AdditionalProperties!["entities"]);
        Assert.StartsWith("""[{"text":"The harbour closes""", documents["ExtractiveSummarization"].AdditionalProperties!["sentences"]);
        Assert.Equal("Write to *************** – today", documents["PiiEntityRecognition"].RedactedText);
        Assert.Equal("2021-01-15", job.Tasks.Single(task => task.Kind == "PiiEntityRecognition").ModelVersion);
        Assert.All(job.Tasks.Where(task => task.Kind.StartsWith("Custom")), task => Assert.True(task.ModelVersion is null && task.Documents.All(document => document.AdditionalProperties is null)));
    }

    [Fact]
    public void Conversations_are_read_as_documents()
    {
        var job = Shapes.Job("2023-04-01-conversation");

        Assert.Equal(["ConversationalSummarization", "ConversationalPII"], job.Tasks.Select(task => task.Kind));
        Assert.All(job.Tasks, task => Assert.Equal("call-1", Assert.Single(task.Documents).DocumentId));
        Assert.StartsWith("""[{"aspect":"issue",""", job.Tasks[0].Documents[0].AdditionalProperties!["summaries"]);
    }
}
