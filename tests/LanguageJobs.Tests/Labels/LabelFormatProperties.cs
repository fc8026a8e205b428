using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LanguageJobs.Labels;
using LanguageJobs.Tests.Texts;
using LanguageJobs.Texts;

namespace LanguageJobs.Tests.Labels;

/// <summary>What is written in a format is read back the same: texts with emoji, marks and line ends of all kinds, and entities that touch each other.</summary>
public class LabelFormatProperties
{
    private static readonly AzureProjectSettings Settings = new("Loans", "texts", "en-us");

    private static readonly Arbitrary<Drawn> Drawings =
        (from text in RandomText.Texts.Generator
         from numbers in Gen.Choose(0, 1000).ListOf()
         select new Drawn(text, [.. numbers.Take(12)])).ToArbitrary();

    [Property(MaxTest = 300)]
    public Property Azure_projects_are_read_back() => Prop.ForAll(Drawings, drawn => ReadBack(
        drawn, drawn.Overlapping, stream => new AzureProjectWriter(stream, Settings, "CustomEntityRecognition", new LabelLosses()), AzureProject.Read));

    [Property(MaxTest = 300)]
    public Property Tasks_of_Label_Studio_are_read_back() => Prop.ForAll(Drawings, drawn => ReadBack(
        drawn, drawn.Overlapping, stream => new LabelStudioWriter(stream), LabelStudioFile.Read));

    [Property(MaxTest = 300)]
    public Property Lines_of_Doccano_are_read_back() => Prop.ForAll(Drawings, drawn => ReadBack(
        drawn, drawn.Overlapping, stream => new DoccanoWriter(stream, new LabelLosses()), DoccanoFile.Read));

    [Property(MaxTest = 300)]
    public Property Examples_for_spaCy_are_read_back() => Prop.ForAll(Drawings, drawn => ReadBack(
        drawn, drawn.Adjacent, stream => new SpacyWriter(stream, false, _ => null, new LabelLosses()), SpacyFile.Read));

    [Property(MaxTest = 300)]
    public Property Words_of_CoNLL_are_read_back_with_their_text() => Prop.ForAll(Drawings, drawn =>
    {
        var labels = drawn.Adjacent.Where(label => WordSplitter.Trim(drawn.Text, label.Span()) == label.Span()).ToList();
        LabelFile? read = null;
        var writer = new ConllWriter((name, write) => read = ConllFile.Read(Written(write), name, _ => new DocumentText(drawn.Text)), new LabelLosses());

        writer.Write(new LabelledText("in/1.txt", "in/1.txt", drawn.Text, labels));

        return Facts(read!).SequenceEqual(Facts("in/1.txt", labels));
    });

    [Property(MaxTest = 200)]
    public Property A_format_is_found_out() => Prop.ForAll(Drawings, drawn =>
        new (LanguageLabelFormat Format, Func<Stream, ILabelWriter> Open)[]
        {
            (LanguageLabelFormat.Azure, stream => new AzureProjectWriter(stream, Settings, "CustomEntityRecognition", new LabelLosses())),
            (LanguageLabelFormat.LabelStudio, stream => new LabelStudioWriter(stream)),
            (LanguageLabelFormat.Doccano, stream => new DoccanoWriter(stream, new LabelLosses())),
            (LanguageLabelFormat.Spacy, stream => new SpacyWriter(stream, false, _ => null, new LabelLosses())),
        }.All(format => LabelFileFormat.Of(Write(drawn, drawn.Adjacent, format.Open)) == format.Format));

    private delegate LabelFile ReadFile(ReadOnlySpan<byte> utf8);

    private static bool ReadBack(Drawn drawn, List<LanguageLabel> labels, Func<Stream, ILabelWriter> open, ReadFile read) =>
        Facts(read(Write(drawn, labels, open))).SequenceEqual([.. Facts("a/1", labels), .. Facts("2", [])]);

    private static byte[] Write(Drawn drawn, List<LanguageLabel> labels, Func<Stream, ILabelWriter> open) => Written(stream =>
    {
        var writer = open(stream);
        writer.Write(new LabelledText("a/1", "a/1", drawn.Text, labels) { TextLength = drawn.Text.Length });
        writer.Write(new LabelledText("2", "2", "no label 🎉", []) { TextLength = 11 });
        writer.Finish();
    });

    private static byte[] Written(Action<Stream> write)
    {
        var stream = new MemoryStream();
        write(stream);
        var bytes = stream.ToArray();
        _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        return bytes;
    }

    private static IEnumerable<(string?, string?, int?, int?)> Facts(LabelFile file) =>
        file.Labels.Select(label => (label.DocumentId, label.Category, label.Offset, label.Length));

    private static IEnumerable<(string?, string?, int?, int?)> Facts(string id, List<LanguageLabel> labels) => labels.Count == 0
        ? [(id, null, null, null)]
        : labels.Select(label => ((string?)id, label.Category, label.Offset, label.Length));

    public sealed record Drawn(string Text, int[] Numbers)
    {
        // No unit is cut in two, be it a pair of surrogates.
        private int[] Borders => [.. Enumerable.Range(0, Text.Length + 1).Where(i => i == 0 || i == Text.Length || !char.IsSurrogatePair(Text[i - 1], Text[i]))];

        private IEnumerable<int> Chosen => Numbers.Select(number => Borders[number % Borders.Length]);

        internal List<LanguageLabel> Overlapping => [.. Chosen.Chunk(2).Where(pair => pair.Length == 2 && pair[0] != pair[1])
            .Select((pair, i) => Label(i, Math.Min(pair[0], pair[1]), Math.Max(pair[0], pair[1])))
            .OrderBy(label => label.Offset).ThenBy(label => label.Length)];

        internal List<LanguageLabel> Adjacent
        {
            get
            {
                int[] borders = [.. Chosen.Distinct().Order()];
                return [.. borders.Skip(1).Select((end, i) => Label(i, borders[i], end))];
            }
        }

        private static LanguageLabel Label(int i, int start, int end) => new() { Category = "ABC"[i % 3].ToString(), Offset = start, Length = end - start };
    }
}
