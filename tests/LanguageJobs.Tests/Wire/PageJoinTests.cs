using System.Text;
using System.Text.Json.Nodes;
using LanguageJobs.Service;
using LanguageJobs.Tests.Hosting;
using LanguageJobs.Wire;

namespace LanguageJobs.Tests.Wire;

/// <summary>Pages joined as bytes say what the same pages say when they are read one by one.</summary>
public class PageJoinTests
{
    [Fact]
    public void One_page_is_the_job_byte_for_byte_without_its_byte_order_mark()
    {
        var page = Encoding.UTF8.GetBytes("  " + Bodies.V3("j", documentIds: ["1"]) + "\r\n");

        Assert.Equal(page, Join([.. Encoding.UTF8.Preamble, .. page]));
    }

    [Fact]
    public void Documents_follow_one_another_and_the_rest_is_the_last_page_as_it_stands()
    {
        var joined = Text(
            """{"jobId":"j", "status":"running","tasks":{"items":[ {"kind":"K","results":{"documents":[ {"id":"1"} , {"id":"2"}],"errors":[]}}]},"nextLink":"x"}""",
            """{"jobId":"j","status":"succeeded","later":[1, 2],"tasks":{"items":[ {"kind":"K","results":{"documents":[{"id": "3"}],"errors":[ ]}}]}}""");

        Assert.Equal(
            """{"jobId":"j","status":"succeeded","later":[1, 2],"tasks":{"items":[ {"kind":"K","results":{"documents":[{"id":"1"},{"id":"2"},{"id": "3"}],"errors":[]}}]}}""",
            joined);
    }

    [Fact]
    public void An_error_that_stands_on_every_page_is_there_once_and_one_that_a_page_has_twice_is_there_twice()
    {
        var joined = Text(
            """{"tasks":{},"errors":[{"code":"a"},{"code":"b"},{"code":"b"}]}""",
            """{"tasks":{},"errors":[{"code":"a"},{"code":"c"}]}""");

        Assert.Equal("""{"tasks":{},"errors":[{"code":"a"},{"code":"b"},{"code":"b"},{"code":"c"}]}""", joined);
    }

    [Fact]
    public void Counted_statistics_are_added_up_and_other_members_stay()
    {
        var joined = Text(
            """{"statistics":{"documentsCount":2,"version":7},"tasks":{"items":[{"kind":"K","results":{"statistics":{"transactionsCount":2},"documents":[]}}]}}""",
            """{"statistics":{"documentsCount":40, "version":7},"tasks":{"items":[{"kind":"K","results":{"statistics":{"transactionsCount":3},"documents":[{"id":"1","statistics":{"charactersCount":5}}]}}]}}""");

        Assert.Equal(
            """{"statistics":{"documentsCount":42, "version":7},"tasks":{"items":[{"kind":"K","results":{"statistics":{"transactionsCount":5},"documents":[{"id":"1","statistics":{"charactersCount":5}}]}}]}}""",
            joined);
    }

    [Fact]
    public void Tasks_are_told_apart_by_kind_and_name_wherever_they_stand()
    {
        var joined = Text(
            """{"tasks":{"items":[{"kind":"K","taskName":"a","results":{"documents":[{"id":"a1"}]}},{"kind":"K","results":{"documents":[{"id":"b1"}]}},{"kind":"K","results":{"documents":[{"id":"c1"}]}}]}}""",
            """{"tasks":{"items":[{"kind":"K","results":{"documents":[{"id":"b2"}]}},{"results":{"documents":[{"id":"a2"}]},"kind":"KLROResults","taskName":"a"},{"kind":"K","results":{"documents":[]}}]}}""");

        Assert.Equal(
            """{"tasks":{"items":[{"kind":"K","results":{"documents":[{"id":"b1"},{"id":"b2"}]}},{"results":{"documents":[{"id":"a1"},{"id":"a2"}]},"kind":"KLROResults","taskName":"a"},{"kind":"K","results":{"documents":[{"id":"c1"}]}}]}}""",
            joined);
    }

    [Fact]
    public void What_the_last_page_has_no_place_for_is_an_error_and_nothing_is_lost_silently()
    {
        var failure = Assert.Throws<WireFormatException>(() => Text(
            """{"tasks":{"items":[{"kind":"K","taskName":"a","results":{"documents":[{"id":"1"}]}}]}}""",
            """{"tasks":{"items":[]}}"""));

        Assert.Contains("documents of task K 'a'", failure.Message);
    }

    [Theory]
    [MemberData(nameof(Shapes.Names), MemberType = typeof(Shapes))]
    public void A_job_that_is_cut_into_pages_and_joined_again_has_the_same_rows(string shape)
    {
        var body = Encoding.UTF8.GetBytes(JsonNode.Parse(Shapes.Bytes(shape))!.ToJsonString());
        // Each page has one document of every task, and all the rest.
        var count = Lists(JsonNode.Parse(body)!).Max(list => list.Count);
        var pages = Enumerable.Range(0, Math.Max(count, 1)).Select(page => Page(body, page)).ToArray();

        var joined = Join(pages);

        Assert.Equal(Rows(JobBody.Read(body, new StringPool()).Job), Rows(JobBody.Read(joined, new StringPool()).Job));
        var merge = new JobMerge();
        foreach (var page in pages)
            merge.Add(JobBody.Read(page, new StringPool()).Job);
        Assert.Equal(Rows(merge.ToJob()), Rows(JobBody.Read(joined, new StringPool()).Job));
    }

    private static byte[] Page(byte[] body, int number)
    {
        var page = JsonNode.Parse(body)!;
        foreach (var list in Lists(page))
        {
            for (var i = list.Count - 1; i >= 0; i--)
            {
                if (i != number)
                    list.RemoveAt(i);
            }
        }
        return Encoding.UTF8.GetBytes(page.ToJsonString());
    }

    private static JsonArray[] Lists(JsonNode node) => node switch
    {
        JsonObject item =>
        [
            .. item.Where(member => member is { Key: "documents" or "conversations", Value: JsonArray }).Select(member => member.Value!.AsArray()),
            .. item.Where(member => member.Key is not ("documents" or "conversations") && member.Value is not null).SelectMany(member => Lists(member.Value!)),
        ],
        JsonArray list => [.. list.Where(item => item is not null).SelectMany(item => Lists(item!))],
        _ => [],
    };

    private static string[] Rows(LanguageJob job) =>
    [
        $"{job}",
        .. from task in job.Tasks from document in task.Documents select $"{task} {document.DocumentId} {document} {string.Join<LanguageEntity>(' ', document.Entities)} {string.Join<LanguageClass>(' ', document.Classes)} {document.AdditionalProperties}",
    ];

    private static string Text(params string[] pages) => Encoding.UTF8.GetString(Join(Array.ConvertAll(pages, Encoding.UTF8.GetBytes)));

    private static byte[] Join(params byte[][] pages)
    {
        var join = new PageJoin();
        foreach (var page in pages)
            join.Add(page);
        return join.ToBytes();
    }
}
