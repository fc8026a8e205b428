using System.Text;
using LanguageJobs.Wire;

namespace LanguageJobs.Tests.Wire;

public class RequestTests
{
    private static readonly SubmitRequest Request = new(
        "My job",
        [new InputDocument("1", "Ein \"Café\" 😀", "de"), new InputDocument("2", "b", null)],
        [
            Task(TaskKinds.CustomEntityRecognition, "ner", ("projectName", "P1"), ("deploymentName", "D1"), ("loggingOptOut", true), ("stringIndexType", "TextElements_v8")),
            Task(TaskKinds.CustomSingleLabelClassification, null, ("projectName", "P2"), ("deploymentName", "D2")),
            Task(TaskKinds.CustomMultiLabelClassification, null, ("projectName", "P3"), ("deploymentName", "D3")),
        ]);

    private static InputTask Task(string kind, string? name, params (string Name, object Value)[] parameters) =>
        new(kind, name, parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));

    private const string Dated = "2022-05-01 2022-07-01-preview 2022-10-01-preview 2023-04-01 2025-11-01";
    private const string Every = $"v3.1 v3.2-preview.1 v3.2-preview.2 {Dated}";

    private static string Write(string version) => Encoding.UTF8.GetString(ApiDialect.For(version).WriteRequest(Request));

    [Fact]
    public void V3_lists_tasks_by_kind_with_hyphens_in_names() => Assert.Equal(
        """{"displayName":"My job","analysisInput":{"documents":[{"id":"1","text":"Ein \"Café\" 😀","language":"de"},{"id":"2","text":"b"}]},"tasks":{"customEntityRecognitionTasks":[{"parameters":{"project-name":"P1","deployment-name":"D1","loggingOptOut":true,"stringIndexType":"TextElement_v8"},"taskName":"ner"}],"customSingleClassificationTasks":[{"parameters":{"project-name":"P2","deployment-name":"D2"}}],"customMultiClassificationTasks":[{"parameters":{"project-name":"P3","deployment-name":"D3"}}]}}""",
        Unescaped(Write("v3.2-preview.2")));

    [Theory]
    [InlineData("2022-05-01")]
    [InlineData("2025-11-01")]
    public void Dated_versions_list_tasks_in_order_with_their_kind(string version) => Assert.Equal(
        """{"displayName":"My job","analysisInput":{"documents":[{"id":"1","text":"Ein \"Café\" 😀","language":"de"},{"id":"2","text":"b"}]},"tasks":[{"kind":"CustomEntityRecognition","taskName":"ner","parameters":{"projectName":"P1","deploymentName":"D1","loggingOptOut":true,"stringIndexType":"TextElements_v8"}},{"kind":"CustomSingleLabelClassification","parameters":{"projectName":"P2","deploymentName":"D2"}},{"kind":"CustomMultiLabelClassification","parameters":{"projectName":"P3","deploymentName":"D3"}}]}""",
        Unescaped(Write(version)));

    [Theory]
    [InlineData(TaskKinds.EntityRecognition, Every, "entityRecognitionTasks")]
    [InlineData(TaskKinds.PiiEntityRecognition, Every, "entityRecognitionPiiTasks")]
    [InlineData(TaskKinds.EntityLinking, Every, "entityLinkingTasks")]
    [InlineData(TaskKinds.KeyPhraseExtraction, Every, "keyPhraseExtractionTasks")]
    [InlineData(TaskKinds.SentimentAnalysis, Every, "sentimentAnalysisTasks")]
    [InlineData(TaskKinds.ExtractiveSummarization, "v3.2-preview.1 v3.2-preview.2 2022-07-01-preview 2022-10-01-preview 2023-04-01 2025-11-01", "extractiveSummarizationTasks")]
    [InlineData(TaskKinds.AbstractiveSummarization, "2022-10-01-preview 2023-04-01 2025-11-01", "")]
    [InlineData(TaskKinds.Healthcare, Dated, "")]
    [InlineData(TaskKinds.CustomEntityRecognition, $"v3.2-preview.2 {Dated}", "customEntityRecognitionTasks")]
    [InlineData(TaskKinds.CustomSingleLabelClassification, $"v3.2-preview.2 {Dated}", "customSingleClassificationTasks")]
    [InlineData(TaskKinds.CustomMultiLabelClassification, $"v3.2-preview.2 {Dated}", "customMultiClassificationTasks")]
    public void Each_kind_is_written_in_the_versions_that_have_it_and_refused_in_the_others(string kind, string versions, string list)
    {
        var having = versions.Split(' ');
        var request = new SubmitRequest(null, [new InputDocument("1", "t", null)], [Task(kind, null, ("modelVersion", "latest"))]);

        foreach (var version in Every.Split(' '))
        {
            var dialect = ApiDialect.For(version);
            Assert.Equal(having.Contains(version), dialect.HasKind(kind));
            if (!dialect.HasKind(kind))
                Assert.StartsWith($"API version {version} has no {kind} tasks. Use ", Assert.Throws<FormatException>(() => dialect.WriteRequest(request)).Message);
            else if (version.StartsWith('v'))
                Assert.EndsWith($$$"""
                    "tasks":{"{{{list}}}":[{"parameters":{"model-version":"latest"}}]}}
                    """, Encoding.UTF8.GetString(dialect.WriteRequest(request)));
            else
                Assert.EndsWith($$$"""
                    "tasks":[{"kind":"{{{kind}}}","parameters":{"modelVersion":"latest"}}]}
                    """, Encoding.UTF8.GetString(dialect.WriteRequest(request)));
        }
    }

    [Fact]
    public void A_version_without_a_kind_says_which_have_it() =>
        Assert.Equal(
            "API version v3.1 has no CustomEntityRecognition tasks. Use v3.2-preview.2 or 2025-11-01 or 2022-05-01.",
            Assert.Throws<FormatException>(() => Write("v3.1")).Message);

    // How a character outside the basic plane is escaped is the writer's own affair.
    private static string Unescaped(string json) => json.Replace("\\uD83D\\uDE00", "😀");
}
