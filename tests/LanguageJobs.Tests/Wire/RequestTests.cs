using System.Text;
using LanguageJobs.Wire;

namespace LanguageJobs.Tests.Wire;

public class RequestTests
{
    private static readonly SubmitRequest Request = new(
        "My job",
        [new InputDocument("1", "Ein \"Café\" 😀", "de"), new InputDocument("2", "b", null)],
        [
            new InputTask(TaskKinds.CustomEntityRecognition, "P1", "D1", "ner", StringIndexType.TextElements_v8, true),
            new InputTask(TaskKinds.CustomSingleLabelClassification, "P2", "D2", null, StringIndexType.Utf16CodeUnit, false),
            new InputTask(TaskKinds.CustomMultiLabelClassification, "P3", "D3", null, StringIndexType.Utf16CodeUnit, false),
        ]);

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

    [Fact]
    public void A_version_without_custom_tasks_says_which_have_them() =>
        Assert.Contains("v3.2-preview.2", Assert.Throws<FormatException>(() => Write("v3.1")).Message);

    // How a character outside the basic plane is escaped is the writer's own affair.
    private static string Unescaped(string json) => json.Replace("\\uD83D\\uDE00", "😀");
}
