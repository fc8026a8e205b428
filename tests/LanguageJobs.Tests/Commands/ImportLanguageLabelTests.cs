using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Commands;

public class ImportLanguageLabelTests
{
    private const string Labels = """{"documents":[{"location":"in/1.txt","language":"en","dataset":"Test","classes":[{"category":"A"},{"category":"B"}]},{"location":"2","classes":[]}]}""";

    [Theory]
    [InlineData("Import-LanguageLabel \"$folder/*.json\"")]
    [InlineData("Import-LanguageLabel -LiteralPath \"$folder/labels.json\"")]
    [InlineData("\"$folder/labels.json\" | Import-LanguageLabel")]
    [InlineData("[IO.FileInfo]::new(\"$folder/labels.json\") | Import-LanguageLabel")]
    public void Files_are_named_in_every_way_that_is_usual(string script)
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile(Labels, "labels.json");

        var labels = session.With("folder", file.Folder).Run(script).ThrowIfFailed().Of<LanguageLabel>();

        Assert.Equal([("in/1.txt", "A"), ("in/1.txt", "B"), ("2", null)], labels.Select(label => (label.DocumentId!, label.Category)));
        Assert.Equal(("in/1.txt", "en", "Test"), (labels[0].Location, labels[0].Language, labels[0].Dataset));
    }

    [Fact]
    public void A_bad_file_costs_no_other_and_says_what_to_do()
    {
        using var session = new PowerShellSession();
        using var good = new TemporaryFile(Labels);
        using var bad = new TemporaryFile("{\n\"documents\": [");

        var result = session.Run($"'{bad.Path}', '{good.Path}', '{good.Folder}/none.json' | Import-LanguageLabel");

        Assert.Equal(3, result.Output.Length);
        Assert.Equal(["InvalidFile", "PathNotFound"], result.Errors.Select(RunResult.Id));
        Assert.Contains(bad.Path, result.Errors[0].Exception.Message);
        Assert.Contains("line 2", result.Errors[0].Exception.Message);
        Assert.Contains("authoring API", result.Errors[0].ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void Labels_stay_labels_in_the_serializer()
    {
        using var session = new PowerShellSession();
        using var file = new TemporaryFile(Labels);

        var label = session.Run($$"""
            [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Import-LanguageLabel '{{file.Path}}'), 1))
            """).ThrowIfFailed().Of<LanguageLabel>()[0];

        Assert.Equal(("in/1.txt", "A", null, "Test"), (label.DocumentId, label.Category, label.Offset, label.Dataset));
    }
}
