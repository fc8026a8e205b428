using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LanguageJobs.Wire;

namespace LanguageJobs.Tests.Wire;

/// <summary>Whatever the bytes: a job comes out, or a <see cref="WireFormatException"/>, and nothing else.</summary>
public class FuzzTests
{
    // A place in a body of any shape.
    private static readonly Gen<(byte[] Body, int Place)> Places =
        from body in Gen.Elements(Shapes.All)
        from place in Gen.Choose(0, body.Length - 1)
        select (body, place);

    private static bool IsJobOrRefused(byte[] bytes)
    {
        try
        {
            return JobBody.Read(bytes, new StringPool()).Job is not null;
        }
        catch (WireFormatException e)
        {
            return e.Message.Length > 0;
        }
    }

    // Bytes alone would be refused at the first one: these come after the beginning of a body.
    [Property(MaxTest = 2000)]
    public Property A_body_that_goes_on_with_any_bytes() => Prop.ForAll(
        Places.Zip(ArbMap.Default.GeneratorFor<byte[]>()).ToArbitrary(),
        start => IsJobOrRefused([.. start.Item1.Body[..start.Item1.Place], .. start.Item2]));

    [Fact]
    public void Every_body_that_is_cut_off_is_refused_as_one_that_ends_early()
    {
        foreach (var body in Shapes.All)
        {
            for (var length = 1; length < body.Length; length++)
            {
                var cut = body.AsSpan(0, length).ToArray();
                var e = Assert.Throws<WireFormatException>(() => JobBody.Read(cut, new StringPool()));
                Assert.Contains("ends early", e.Message);
            }
        }
    }

    // A byte that is dropped, doubled or swapped with its neighbour: the slips of a broken transfer.
    [Property(MaxTest = 2000)]
    public Property A_body_with_bytes_missing_or_out_of_place() => Prop.ForAll(
        Places.Zip(Gen.Choose(0, 2)).ToArbitrary(),
        slip =>
        {
            var ((body, place), kind) = slip;
            var (before, after) = (body[..place], body[(place + 1)..]);
            return IsJobOrRefused(kind switch
            {
                0 => [.. before, .. after],
                1 => [.. before, body[place], body[place], .. after],
                _ => [.. before, .. after.Take(1), body[place], .. after.Skip(1)],
            });
        });

    [Property(MaxTest = 2000)]
    public Property A_body_with_bytes_changed() => Prop.ForAll(
        Places.Zip(Gen.Choose(0, int.MaxValue)).ToArbitrary(),
        change =>
        {
            var ((body, place), random) = change;
            var changed = body.ToArray();
            changed[random % body.Length] = (byte)(random >> 8);
            changed[place] = (byte)"{}[]\",:0\\ "[random % 10];
            return IsJobOrRefused(changed);
        });

    // The reader walks over the structure itself; whether it is JSON is for System.Text.Json to say. (What is no job may be refused before the
    // place is reached where it is no JSON either.)
    [Property(MaxTest = 5000)]
    public Property A_body_that_is_no_JSON_is_refused_and_one_that_is_never_for_that() => Prop.ForAll(
        Gen.Elements(Shapes.All)
            .Zip(Gen.Choose(0, int.MaxValue).Zip(Gen.Elements("{}[]\",:0123456789.eE+-\\tn \n\u0001é".ToCharArray())).ListOf().Where(changes => changes.Count > 0))
            .ToArbitrary(),
        changes =>
        {
            var changed = changes.Item1.ToArray();
            foreach (var (place, character) in changes.Item2.Take(3))
                changed[place % changed.Length] = Encoding.UTF8.GetBytes([character])[0];
            var refusal = Refusal(changed);
            return IsJson(changed)
                ? refusal is null || !(refusal.Contains("not valid JSON") || refusal.Contains("ends early"))
                : refusal is not null;
        });

    private static string? Refusal(byte[] utf8)
    {
        try
        {
            JobBody.Read(utf8, new StringPool());
            return null;
        }
        catch (WireFormatException e)
        {
            return e.Message;
        }
    }

    private static bool IsJson(byte[] utf8)
    {
        var json = new Utf8JsonReader(utf8);
        try
        {
            while (json.Read())
            {
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [Property(MaxTest = 500)]
    public Property Texts_come_through_as_they_are(NonNull<string> text) =>
        IsWellFormed(text.Get).Implies(() =>
        {
            var entity = Entity(Json(text.Get), Json(text.Get), Json(text.Get), "0", "0.5");
            return entity.Text == text.Get && entity.Category == text.Get && entity.DocumentId == text.Get;
        });

    [Property(MaxTest = 1000)]
    public bool Numbers_come_through_as_they_are(int offset, NormalFloat score)
    {
        var exponent = score.Get.ToString("E16", CultureInfo.InvariantCulture);
        var entity = Entity("\"d\"", "\"t\"", "\"c\"", Json(offset), Json(score.Get));
        return entity.Offset == offset && entity.ConfidenceScore.Equals(score.Get)
            && Entity("\"d\"", "\"t\"", "\"c\"", "1.0", exponent) is { Offset: 1 } other && other.ConfidenceScore.Equals(score.Get);
    }

    [Fact]
    public void White_space_changes_nothing()
    {
        foreach (var body in Shapes.All)
        {
            using var document = JsonDocument.Parse(body);
            var compact = JsonSerializer.SerializeToUtf8Bytes(document.RootElement);
            var indented = JsonSerializer.SerializeToUtf8Bytes(document.RootElement, new JsonSerializerOptions { WriteIndented = true, IndentCharacter = '\t', NewLine = "\r\n" });

            Assert.True(compact.Length < indented.Length);
            Assert.Equal(Rows(compact), Rows(indented));
        }
    }

    private static string Rows(byte[] utf8) => string.Join('\n',
        from task in JobBody.Read(utf8, new StringPool()).Job.Tasks
        from row in task.Documents
        from entity in row.Entities
        select $"{entity.DocumentId} {entity.Text} {entity.Category} {entity.Subcategory} {entity.Offset} {entity.Length} {entity.ConfidenceScore}");

    private static LanguageEntity Entity(string id, string text, string category, string offset, string score)
    {
        var json = $$$"""{"jobId":"j","tasks":{"items":[{"kind":"CustomEntityRecognition","results":{"documents":[{"id":{{{id}}},"entities":[{"text":{{{text}}},"category":{{{category}}},"offset":{{{offset}}},"length":1,"confidenceScore":{{{score}}}}]}]}}]}}""";
        return JobBody.Read(Encoding.UTF8.GetBytes(json), new StringPool()).Job.Tasks[0].Documents[0].Entities[0];
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);

    // A lone half of a surrogate pair is not Unicode text and cannot be sent as JSON.
    private static bool IsWellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;
}
