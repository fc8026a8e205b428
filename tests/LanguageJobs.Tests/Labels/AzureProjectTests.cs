using System.Text;
using LanguageJobs.Labels;

namespace LanguageJobs.Tests.Labels;

/// <summary>The service's project file in every form that it has had, and in those that people's scripts give it.</summary>
public class AzureProjectTests
{
    private const string Declared = """[{"category":"Item"},{"category":"Price"}]""";

    public static TheoryData<string, string> EntityFiles => new()
    {
        { "today", Project("CustomEntityRecognition", $$"""
            "entities":{{Declared}},"documents":[
              {"location":"in/1.txt","language":"en-us","dataset":"Train","entities":[{"regionOffset":0,"regionLength":30,"labels":[
                {"category":"Price","offset":12,"length":3},{"category":"Item","offset":0,"length":5}]}]},
              {"location":"2.txt","language":"en-us","dataset":"Test","entities":[]},
              {"location":"3.txt","language":"en-us"}]
            """) },
        { "many regions, the last first", Project("CustomEntityRecognition", $$"""
            "entities":{{Declared}},"documents":[
              {"location":"in/1.txt","language":"en-us","dataset":"Train","entities":[
                {"regionOffset":12,"regionLength":3,"labels":[{"category":"Price","offset":12,"length":3}]},
                {"regionOffset":20,"regionLength":5,"labels":[]},
                {"regionOffset":0,"regionLength":5,"labels":[{"category":"Item","offset":0,"length":5}]}]},
              {"location":"2.txt","language":"en-us","dataset":"Test","entities":[{"regionOffset":0,"regionLength":9,"labels":[]}]}]
            """) },
        { "bare assets, kind in camel case, members in another order", $$"""
            {"documents":[
              {"dataset":"Train","entities":[{"labels":[{"length":3,"offset":12,"category":"Price"},{"length":5,"offset":0,"category":"Item"}]}],"language":"en-us","location":"in/1.txt"},
              {"location":"2.txt","language":"en-us","dataset":"Test","entities":[]}],
             "entities":{{Declared}},"projectKind":"customEntityRecognition"}
            """ },
        { "2021-11-01-preview", """
            {"api-version":"2021-11-01-preview","metadata":{"name":"Ads","multiLingual":true,"modelType":"Extraction","language":"en-us"},
             "assets":{"extractors":[{"name":"Item"},{"name":"Price"}],"documents":[
              {"location":"in/1.txt","language":"en-us","dataset":"Train","extractors":[{"regionOffset":0,"regionLength":30,"labels":[
                {"extractorName":"Price","offset":12,"length":3},{"extractorName":"Item","offset":0,"length":5}]}]},
              {"location":"2.txt","language":"en-us","dataset":"Test","extractors":[]}]}}
            """ },
        { "the first preview, whose names stand behind the documents", """
            {"documents":[
              {"location":"in/1.txt","culture":"en-us","datasets":["Train"],"entities":[{"regionStart":0,"regionLength":30,"labels":[
                {"entity":1,"start":12,"length":3,"autoTagged":false},{"entity":0,"start":0,"length":5,"autoTagged":true}]}]},
              {"location":"2.txt","culture":"en-us","datasets":["Test"],"entities":[]}],
             "entityNames":["Item","Price"]}
            """ },
    };

    [Theory]
    [MemberData(nameof(EntityFiles))]
    public void Entities_are_read_in_every_generation(string form, string json)
    {
        var file = Read(json);

        Assert.Equal((form, "CustomEntityRecognition"), (form, file.Kind));
        Assert.Equal(
            [("in/1.txt", "Price", 12, 3, "Train"), ("in/1.txt", "Item", 0, 5, "Train"), ("2.txt", null, null, null, "Test")],
            file.Labels.Select(label => (label.DocumentId, label.Category, label.Offset, label.Length, label.Dataset)));
        Assert.All(file.Labels, label => Assert.Equal((label.DocumentId, "en-us"), (label.Location, label.Language)));
    }

    public static TheoryData<string, string?> ClassFiles => new()
    {
        { Project("customMultiLabelClassification", """
            "classes":[{"category":"A"},{"category":"B"}],"documents":[
              {"location":"1","language":"uk","classes":[{"category":"A"},{"category":"B"}]},{"location":"2","language":"uk","classes":[]},{"location":"3"}]
            """), "CustomMultiLabelClassification" },
        { """
            {"metadata":{"modelType":"multiClassification"},"assets":{"classifiers":[{"name":"A"},{"name":"B"}],"documents":[
              {"location":"1","language":"uk","classifiers":[{"classifierName":"A"},{"classifierName":"B"}]},{"location":"2","language":"uk","classifiers":[]}]}}
            """, "CustomMultiLabelClassification" },
        { """
            {"classifiers":[{"name":"A"},{"name":"B"}],"documents":[
              {"location":"1","language":"uk","classifiers":[{"classifierName":"A"},{"classifierName":"B"}]},{"location":"2","language":"uk","classifiers":[]}]}
            """, null },
    };

    [Theory]
    [MemberData(nameof(ClassFiles))]
    public void Classes_are_read_in_every_generation(string json, string? kind)
    {
        var file = Read(json);

        Assert.Equal(kind, file.Kind);
        Assert.Equal([("1", "A", null), ("1", "B", null), ("2", null, null)], file.Labels.Select(label => (label.DocumentId, label.Category, label.Offset)));
    }

    [Fact]
    public void A_single_class_is_an_object_and_a_document_without_one_is_not_labelled()
    {
        var file = Read(Project("CustomSingleLabelClassification", """
            "classes":[{"category":"A"}],"documents":[{"location":"1","class":{"category":"A"}},{"location":"2","class":{}},{"location":"3","class":null},{"location":"4"}]
            """));

        Assert.Equal([("1", "A"), ("2", null)], file.Labels.Select(label => (label.DocumentId, label.Category)));
    }

    [Fact]
    public void One_region_over_the_whole_document_says_how_long_that_is()
    {
        int? Length(string regions) => Read($$"""{"documents":[{"location":"1","entities":[{{regions}}]}]}""").Labels[0].TextLength;
        const string Labels = "\"labels\":[{\"category\":\"A\",\"offset\":0,\"length\":1}]";

        Assert.Equal(30, Length("{\"regionOffset\":0,\"regionLength\":30," + Labels + "}"));
        Assert.Equal(30, Length("{\"regionLength\":30," + Labels + "}"));
        Assert.Null(Length("{\"regionOffset\":5,\"regionLength\":30," + Labels + "}"));
        Assert.Null(Length("{\"regionOffset\":0,\"regionLength\":30," + Labels + "},{\"regionOffset\":40,\"regionLength\":3}"));
        Assert.Null(Length("{" + Labels + "}"));
    }

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("name,label", "(line 1, byte 2)")]
    [InlineData("""{"documents":[""", "not valid JSON")]
    [InlineData("{\"documents\":[]}\n]", "(line 2, byte 1)")]
    [InlineData("[]", "it is not an object")]
    [InlineData("{}", "has no documents")]
    [InlineData("""{"jobId":"j","tasks":{}}""", "has no documents")]
    [InlineData("""{"metadata":{"projectKind":"CustomEntityRecognition"}}""", "exported without its assets")]
    [InlineData("""{"metadata":{"projectKind":"CustomAbstractiveSummarization"},"assets":{"documents":[]}}""", "'CustomAbstractiveSummarization'")]
    [InlineData("""{"documents":{}}""", "its documents are not a list")]
    [InlineData("""{"documents":[{"location":"1","entities":[]},{"entities":[]}]}""", "Document 2 cannot be read: location is missing")]
    [InlineData("""{"documents":[{"location":"1","entities":[{"labels":[{"category":"A","length":1}]}]}]}""", "Document 1 (1) cannot be read: offset is missing")]
    [InlineData("""{"documents":[{"location":"1","entities":[{"labels":[{"category":"A","offset":-1,"length":1}]}]}]}""", "of at least 0, not -1")]
    [InlineData("""{"documents":[{"location":"1","entities":[{"labels":[{"category":"A","offset":"3","length":1}]}]}]}""", "of at least 0, not \"3\"")]
    [InlineData("""{"documents":[{"location":"1","entities":[{"labels":[{"offset":0,"length":1}]}]}]}""", "a label has no category")]
    [InlineData("""{"documents":[{"location":"1","entities":[{"labels":[{"entity":3,"start":0,"length":1}]}]}],"entityNames":["A"]}""", "entityNames has 1 names")]
    [InlineData("""{"documents":[{"location":"1","classes":[{}]}]}""", "a class has no category")]
    [InlineData("""{"documents":[{"location":"1","classes":{}}]}""", "Expected a list of classes, but found an object")]
    [InlineData("""{"documents":[{"location":1}]}""", "Expected the text of location, but found a number")]
    [InlineData("""{"documents":[1]}""", "Expected an object, but found a number")]
    [InlineData("""{"documents":[{"location":"1","entities":[]},{"location":"2","classes":[]}]}""", "labels of CustomMultiLabelClassification")]
    [InlineData("""{"projectKind":"CustomEntityRecognition","documents":[{"location":"1","classes":[]}]}""", "have labels of CustomMultiLabelClassification")]
    public void Anything_else_is_refused_with_a_reason(string json, string reason) =>
        Assert.Contains(reason, Assert.Throws<LabelFormatException>(() => Read(json)).Message);

    [Fact]
    public void Text_that_is_not_unicode_is_refused() =>
        Assert.Throws<LabelFormatException>(() => AzureProject.Read([.. "{\"documents\":[{\"location\":\""u8, 0xC3, 0x28, .. "\"}]}"u8]));

    private static LabelFile Read(string json) => AzureProject.Read(Encoding.UTF8.GetBytes(json));

    private static string Project(string kind, string assets) => $$$"""
        {"projectFileVersion":"{DATE}","stringIndexType":"Utf16CodeUnit",
         "metadata":{"projectKind":"{{{kind}}}","projectName":"P","storageInputContainerName":"c","language":"en-us","multilingual":"False","settings":{"confidenceThreshold":0.5}},
         "assets":{"projectKind":"{{{kind}}}",{{{assets}}}}}
        """;
}
