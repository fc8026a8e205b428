using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LanguageJobs.Tests.Hosting;
using LanguageJobs.Wire;

namespace LanguageJobs.Tests.Wire;

/// <summary>Whatever the bytes: a job comes out, or a <see cref="WireFormatException"/>, and nothing else.</summary>
public class FuzzTests
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes(Bodies.DocumentedEntities);

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

    [Property(MaxTest = 500)]
    public bool Any_bytes(byte[] bytes) => IsJobOrRefused(bytes);

    [Fact]
    public void Every_body_that_is_cut_off_is_refused_as_one_that_ends_early()
    {
        for (var length = 1; length < Body.Length; length++)
        {
            var cut = Body.AsSpan(0, length).ToArray();
            var e = Assert.Throws<WireFormatException>(() => JobBody.Read(cut, new StringPool()));
            Assert.Contains("ends early", e.Message);
        }
    }

    [Property(MaxTest = 2000)]
    public Property A_body_with_bytes_changed() => Prop.ForAll(
        Gen.Choose(0, Body.Length - 1).Two().ToArbitrary(),
        places =>
        {
            var changed = Body.ToArray();
            changed[places.Item1] = (byte)(places.Item2 * 31);
            changed[places.Item2] = (byte)"{}[]\",:0\\ "[places.Item1 % 10];
            return IsJobOrRefused(changed);
        });

    [Property(MaxTest = 500)]
    public Property Texts_come_through_as_they_are(NonNull<string> text) =>
        IsWellFormed(text.Get).Implies(() =>
        {
            var json = $$$"""{"jobId":"j","tasks":{"items":[{"kind":"CustomEntityRecognition","results":{"documents":[{"id":{{{Json(text.Get)}}},"entities":[{"text":{{{Json(text.Get)}}},"category":{{{Json(text.Get)}}},"offset":0,"length":1,"confidenceScore":0.5}]}]}}]}}""";
            var entity = JobBody.Read(Encoding.UTF8.GetBytes(json), new StringPool()).Job.Tasks[0].Documents[0].Entities[0];
            return entity.Text == text.Get && entity.Category == text.Get && entity.DocumentId == text.Get;
        });

    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    // A lone half of a surrogate pair is not Unicode text and cannot be sent as JSON.
    private static bool IsWellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;
}
