using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LanguageJobs.Labels;
using LanguageJobs.Reporting;
using LanguageJobs.Texts;

namespace LanguageJobs.Tests.Reporting;

/// <summary>What a report holds, read back out of the page.</summary>
public class ReportTests
{
    private const string Loan = "The credit union lends Lucía Ferrer EUR 12,500 in Rotterdam.";

    private static readonly LanguageDocument Agreement = Found.Entities(
        "agreement-01", Loan, ("Lucía Ferrer", "Party", 0.88), ("EUR 12,500", "Amount", 0.98), ("Rotterdam", "Party", 0.53));

    [Fact]
    public void A_document_has_its_text_and_its_entities_by_their_places()
    {
        var data = Data(Build(Texts(("agreement-01", Loan)), Agreement));

        var document = data.GetProperty("documents")[0];
        Assert.Equal(Loan, document.GetProperty("text").GetString());
        Assert.Equal(
            """{"category":1,"score":0.98,"offset":36,"length":10}""",
            document.GetProperty("results")[0].GetProperty("entities")[1].GetRawText());
        Assert.Equal("""["Party","Amount"]""", data.GetProperty("categories").GetRawText());
        Assert.Equal("""[{"kind":"CustomEntityRecognition","name":"terms"}]""", data.GetProperty("tasks").GetRawText());
    }

    [Fact]
    public void Places_count_UTF16_whatever_unit_the_job_counted_in()
    {
        const string text = "😀😀 Anna";
        var document = Found.Entities("1", text, ("Anna", "Party", 0.9));
        document.Entities[0].Offset = 3;

        var entity = Data(Build(Texts(("1", text)), document)).GetProperty("documents")[0].GetProperty("results")[0].GetProperty("entities")[0];

        Assert.Equal(5, entity.GetProperty("offset").GetInt32());
        Assert.False(entity.TryGetProperty("text", out _));
    }

    [Fact]
    public void What_several_tasks_found_in_a_document_stands_together()
    {
        var data = Data(Build(Texts(), Agreement, Found.Classes("agreement-01", ("Billing", 0.7)), Found.Classes("agreement-02", ("Access", 0.6))));

        Assert.Equal([2, 1], data.GetProperty("documents").EnumerateArray().Select(document => document.GetProperty("results").GetArrayLength()));
    }

    [Fact]
    public void Without_a_text_entities_bring_their_own()
    {
        var report = Build(Texts(("another", "x")), Agreement);

        var document = Data(report).GetProperty("documents")[0];
        Assert.False(document.TryGetProperty("text", out _));
        Assert.Equal("Lucía Ferrer", document.GetProperty("results")[0].GetProperty("entities")[0].GetProperty("text").GetString());
    }

    [Fact]
    public void Documents_without_a_text_and_those_with_another_one_are_named()
    {
        var builder = new ReportBuilder(new Report(), Texts(("agreement-02", "Something else.")), null);
        builder.Add(Agreement);
        builder.Add(Found.Entities("agreement-02", Loan, ("Rotterdam", "Place", 0.5)));

        Assert.Equal(["agreement-01"], builder.WithoutText);
        Assert.Equal(["agreement-02"], builder.WithOtherText);
    }

    [Fact]
    public void A_failed_document_has_its_error_and_a_failed_task_stands_for_itself()
    {
        var builder = new ReportBuilder(new Report(), Texts(), null);
        builder.Add(Found.Job("Agreements"));
        builder.Add(Found.Failure("agreement-04", "InvalidDocument", "Document text is empty."));
        builder.Add(LanguageJobError.OfTask(new TaskIdentity(new JobIdentity { JobId = Found.JobId }), "TaskFailed", "It failed."));

        var data = Data(builder.Finish());
        Assert.Equal(
            """{"code":"InvalidDocument","message":"Document text is empty."}""",
            data.GetProperty("documents")[0].GetProperty("results")[0].GetProperty("error").GetRawText());
        Assert.Equal("""[{"job":0,"task":1,"code":"TaskFailed","message":"It failed."}]""", data.GetProperty("errors").GetRawText());
        Assert.Equal("Agreements", data.GetProperty("title").GetString());
    }

    [Fact]
    public void Labels_give_scores_a_matrix_and_each_document_its_mistakes()
    {
        var labels = new LabelSet();
        foreach (var (part, category) in new[] { ("Lucía Ferrer", "Party"), ("Rotterdam", "Place"), ("credit union", "Party") })
            labels.Add(new LanguageLabel { DocumentId = "agreement-01", Category = category, Offset = Loan.IndexOf(part), Length = part.Length });
        labels.Add(new LanguageLabel { DocumentId = "agreement-09", Category = "Place", Offset = 0, Length = 4 });

        var data = Data(Build(Texts(("agreement-01", Loan)), labels, Agreement));

        var micro = data.GetProperty("scores").EnumerateArray().Single(score => score.TryGetProperty("average", out var average) && average.GetString() == "Micro");
        Assert.Equal(1.0 / 3, micro.GetProperty("precision").GetDouble(), 12);
        Assert.Equal(1.0 / 4, micro.GetProperty("recall").GetDouble(), 12);
        Assert.Equal(
            """
            [{"change":"Removed","reference":{"category":0,"offset":4,"length":12}},{"change":"Added","row":1},{"change":"Relabelled","row":2,"reference":{"category":2,"offset":50,"length":9}}]
            """,
            data.GetProperty("documents")[0].GetProperty("results")[0].GetProperty("mistakes").GetRawText());
        Assert.Equal("agreement-09", data.GetProperty("documents")[1].GetProperty("id").GetString());
        Assert.False(data.GetProperty("documents")[1].TryGetProperty("job", out _));
        Assert.Equal(
            """[{"task":0,"expected":0,"predicted":0,"count":1},{"task":0,"expected":0,"count":1},{"task":0,"expected":2,"predicted":0,"count":1},{"task":0,"expected":2,"count":1},{"task":0,"predicted":1,"count":1}]""",
            data.GetProperty("confusion").GetRawText());
    }

    [Fact]
    public void A_reference_job_gives_each_document_its_changes()
    {
        var builder = new ReportBuilder(new Report { ReferenceJobs = [] }, Texts(("agreement-01", Loan)), null);
        builder.AddReference(Found.Entities("agreement-01", Loan, ("Lucía Ferrer", "Party", 0.6), ("EUR 12,500", "Amount", 0.98), ("credit union", "Party", 0.5)));
        builder.Add(Agreement);

        Assert.Equal(
            """
            [{"change":"Removed","reference":{"category":0,"score":0.5,"offset":4,"length":12}},{"change":"Rescored","row":0,"reference":{"category":0,"score":0.6,"offset":23,"length":12}},{"change":"Added","row":2}]
            """,
            Data(builder.Finish()).GetProperty("documents")[0].GetProperty("results")[0].GetProperty("changes").GetRawText());
    }

    [Fact]
    public void Redacted_texts_and_members_without_a_property_are_kept()
    {
        var document = Found.Entities("1", Loan, ("Lucía Ferrer", "Person", 0.9));
        document.RedactedText = "The credit union lends ************.";
        document.AdditionalProperties = new Dictionary<string, string> { ["keyPhrases"] = """["credit union"]""" };

        var result = Data(Build(Texts(("1", Loan)), document)).GetProperty("documents")[0].GetProperty("results")[0];

        Assert.Equal("The credit union lends ************.", result.GetProperty("redactedText").GetString());
        Assert.Equal("""[{"name":"keyPhrases","json":"[\"credit union\"]"}]""", result.GetProperty("members").GetRawText());
    }

    [Fact]
    public void A_report_without_texts_holds_no_word_of_them()
    {
        var labels = new LabelSet();
        labels.Add(new LanguageLabel { DocumentId = "agreement-01", Category = "Place", Offset = 0, Length = 3 });
        var builder = new ReportBuilder(new Report { ExcludesText = true, ReferenceJobs = [] }, Texts(("agreement-01", Loan)), labels);
        builder.AddReference(Found.Entities("agreement-01", "Utrecht", ("Utrecht", "Place", 0.6)));
        builder.Add(Agreement);
        var other = Found.Entities("agreement-02", Loan, ("Rotterdam", "Place", 0.5));
        other.RedactedText = Loan;
        other.AdditionalProperties = new Dictionary<string, string> { ["keyPhrases"] = """["credit union"]""" };
        builder.Add(other);
        var report = builder.Finish();

        var everything = Data(report).GetRawText() + Page(report);
        Assert.All(["Ferrer", "12,500", "Rotterdam", "credit", "Utrecht"], word => Assert.DoesNotContain(word, everything));
        Assert.Contains("agreement-01", everything);
    }

    [Fact]
    public void What_is_shown_without_a_script_are_the_counts_and_the_first_fifty_documents()
    {
        var page = Page(Build(Texts(), [.. Enumerable.Range(1, 60).Select(i => Found.Entities($"agreement-{i:00}", Loan, ("Rotterdam", "Place", 0.83)))]));

        var shown = page[..page.IndexOf("<script", StringComparison.Ordinal)];
        Assert.Contains("the first 50 of 60 documents", shown);
        Assert.Contains("<div><dt>Rows</dt><dd>60</dd></div>", shown);
        Assert.Equal(50, Regex.Count(shown, "<article>"));
        Assert.Contains("agreement-50", shown);
        Assert.DoesNotContain("agreement-51", shown);
    }

    [Fact]
    public void Overlapping_entities_have_lanes_without_a_script_too()
    {
        const string text = "New York, New York branch";
        var page = Page(Build(Texts(("1", text)), Found.Entities("1", text, ("New York, New York", "Place", 0.5), ("York, New York branch", "Party", 0.4), ("New", "Word", 1))));

        Assert.Contains(
            """
            <div class="text lanes1" dir="auto"><span class="mark lane1 c2"><span class="mark lane0 c0">New</span></span><bdi class="name c2">Word 1.00</bdi><span class="mark lane0 c0"> </span>
            """.Trim(),
            page);
        Assert.Contains("""<span class="mark lane1 c1"><span class="mark lane0 c0">York, New York</span></span><bdi class="name c0">Place 0.50</bdi>""", page);
    }

    [Fact]
    public void The_text_of_a_document_cannot_become_a_part_of_the_page()
    {
        const string attack = "</script><script>alert(1)</script><!--data--><img src=x onerror='alert(1)'>&\u001b[31m\ud800\u202e\u2028";
        var document = Found.Entities(attack, attack, (attack, attack, 0.5));
        var builder = new ReportBuilder(new Report(), Texts((attack, attack)), null);
        builder.Add(Found.Job(attack));
        builder.Add(document);
        builder.Add(Found.Failure(attack + "2", attack, attack));
        var report = builder.Finish();

        var page = Page(report);
        Assert.Equal(2, Regex.Count(page, "<script"));
        Assert.DoesNotContain("<img", page);
        Assert.DoesNotContain('\u001b', page);
        Assert.DoesNotContain('\u202e', page);
        Assert.Equal(attack.Replace("\ud800", "\ufffd"), Data(report).GetProperty("documents")[0].GetProperty("id").GetString());
        Assert.All(Data(report).GetRawText(), character => Assert.False(char.IsSurrogate(character)));
    }

    [Fact]
    public void The_page_allows_its_own_script_and_style_alone()
    {
        var page = Page(Build(Texts(), Agreement));

        var policy = Regex.Match(page, "Content-Security-Policy\" content=\"([^\"]+)\"").Groups[1].Value;
        Assert.StartsWith("default-src 'none'; script-src 'sha256-", policy);
        var script = Regex.Match(page, "<script type=\"module\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;
        Assert.Contains($"'sha256-{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'", policy);
        Assert.DoesNotMatch(@"\son\w+=", page[..page.IndexOf("<script", StringComparison.Ordinal)]);
        Assert.DoesNotContain(" style=", page[..page.IndexOf("<script", StringComparison.Ordinal)]);
    }

    private static Report Build(Func<string, DocumentText?> texts, params LanguageDocument[] documents) => Build(texts, null, documents);

    private static Report Build(Func<string, DocumentText?> texts, LabelSet? labels, params LanguageDocument[] documents)
    {
        var builder = new ReportBuilder(new Report { Generator = "LanguageJobs" }, texts, labels);
        foreach (var document in documents)
            builder.Add(document);
        return builder.Finish();
    }

    private static Func<string, DocumentText?> Texts(params (string Id, string Text)[] texts)
    {
        var known = texts.ToDictionary(text => text.Id, text => new DocumentText(text.Text));
        return id => known.GetValueOrDefault(id);
    }

    private static string Page(Report report)
    {
        using var stream = new MemoryStream();
        ReportPage.Write(report, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static JsonElement Data(Report report)
    {
        var base64 = Regex.Match(Page(report), "<script id=\"data\" type=\"application/gzip\">([^<]*)</script>").Groups[1].Value;
        using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(base64)), CompressionMode.Decompress);
        return JsonDocument.Parse(gzip).RootElement;
    }
}
