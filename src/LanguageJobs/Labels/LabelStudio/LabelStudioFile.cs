using System.Text.Json;
using LanguageJobs.Texts;

namespace LanguageJobs.Labels;

/// <summary>
/// Reads tasks that Label Studio exported, or that were made for it. Where a task has annotations, they are its labels, and predictions are
/// not; a task without any annotation is not labelled.
/// </summary>
internal sealed class LabelStudioFile
{
    private readonly List<LanguageLabel> labels = [];
    private bool hasEntities;
    private bool hasClasses;
    private int several;
    private int others;

    /// <exception cref="LabelFormatException">The bytes are not a list of tasks.</exception>
    public static LabelFile Read(ReadOnlySpan<byte> utf8)
    {
        var file = new LabelStudioFile();
        JsonItems.OfList(utf8, "task", file.ReadTask);
        return new LabelFile(file.hasEntities && !file.hasClasses ? LabelKinds.Entities : null, file.labels) { Notes = [.. file.Notes()] };
    }

    private IEnumerable<string> Notes()
    {
        if (several > 0)
            yield return $"Tasks with several annotations, of which the ground truth or else the last one was read: {several}.";
        if (others > 0)
            yield return $"Regions that are neither entities of the text nor classes, and were left out: {others}.";
    }

    private void ReadTask(JsonElement task)
    {
        var data = task.Member("data") ?? throw new LabelFormatException("data is missing.");
        if (ResultOf(task) is not { } result)
            return;
        var origin = LabelOrigin.Of(data, task.Member("id")?.ToString());
        var before = labels.Count;
        List<(JsonElement Value, List<string> Categories)> spans = [];
        foreach (var region in JsonMembers.Expect(result, JsonValueKind.Array, "the list of result").EnumerateArray())
            ReadRegion(region, origin, spans);
        if (spans.Count > 0)
            AddEntities(origin, TextOf(data), spans);
        if (labels.Count == before)
            labels.Add(origin.Label());
    }

    private JsonElement? ResultOf(JsonElement task)
    {
        if (task.Member("annotations") is null)
            return task.List("predictions").Select(prediction => prediction.Member("result")).LastOrDefault();
        var done = task.List("annotations").Where(annotation => !IsTrue(annotation, "was_cancelled")).ToArray();
        if (done.Length > 1)
            several++;
        return done.OrderBy(annotation => IsTrue(annotation, "ground_truth")).Select(annotation => annotation.Member("result")).LastOrDefault();
    }

    private static bool IsTrue(JsonElement annotation, string name) => annotation.Member(name) is { ValueKind: JsonValueKind.True };

    private void ReadRegion(JsonElement region, LabelOrigin origin, List<(JsonElement Value, List<string> Categories)> spans)
    {
        var type = region.Text("type") ?? "";
        if (region.Member("value") is not { } value || value.ValueKind != JsonValueKind.Object)
        {
            others++;
            return;
        }
        var categories = type is "labels" or "choices" ? value.List(type).Select(name => name.ToString()).ToList() : [];
        if (type == "choices" && value.Member("start") is null)
        {
            hasClasses |= categories.Count > 0;
            labels.AddRange(categories.Select(origin.Label));
        }
        else if (type == "labels" && value.Member("start") is { ValueKind: JsonValueKind.Number })
        {
            spans.Add((value, categories));
        }
        else
        {
            others++;
        }
    }

    // Releases before 2022 counted UTF-16; the words that stand in the file show which unit it is.
    private void AddEntities(LabelOrigin origin, string text, List<(JsonElement Value, List<string> Categories)> spans)
    {
        hasEntities = true;
        var mentions = spans.ConvertAll(span => MentionOf(span.Value));
        var places = new DocumentText(text).Place(mentions, TextUnit.UnicodeCodePoint).Spans;
        for (var i = 0; i < spans.Count; i++)
        {
            var place = places[i]
                ?? throw new LabelFormatException($"'{mentions[i].Text}' is not in the text at {mentions[i].Span.Offset}.");
            foreach (var category in spans[i].Categories)
                labels.Add(origin.Entity(category, place, text.Length));
        }
    }

    private static TextMention MentionOf(JsonElement value)
    {
        var start = value.Number("start");
        return new TextMention(value.Text("text"), new TextSpan(start, value.Number("end") - start));
    }

    // A project may call its text anything.
    private static string TextOf(JsonElement data) => data.Text("text")
        ?? data.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String).Select(member => member.Value.GetString())
            .OrderByDescending(text => text!.Length).FirstOrDefault()
        ?? throw new LabelFormatException("data has no text.");
}
