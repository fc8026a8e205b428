using LanguageJobs.Emulator.Models;
using LanguageJobs.Emulator.Projects;

namespace LanguageJobs.Emulator.Evaluation;

/// <summary>How well something answers on documents whose labels are known. An entity is right only with its exact edges.</summary>
internal sealed record Evaluation(string Name, IReadOnlyDictionary<string, Score> ByCategory)
{
    public Score Micro => ByCategory.Values.Aggregate(default(Score), (sum, score) => sum + score);

    public double MacroF1 => ByCategory.Values.Average(score => score.F1);

    public static Evaluation OfEntities(string name, IEntityModel model, Corpus corpus, IReadOnlyList<LabelledText> documents) =>
        Of(name, corpus, documents, document => Keys(document.Entities), text => Keys(model.Recognize(text)));

    public static Evaluation OfClasses(string name, IClassModel model, Corpus corpus, IReadOnlyList<LabelledText> documents) => Of(
        name,
        corpus,
        documents,
        document => document.Classes.Select(category => (category, 0, 0)),
        text => model.Classify(text).Select(score => (score.Category, 0, 0)));

    private static IEnumerable<(string, int, int)> Keys(IEnumerable<EntitySpan> spans) =>
        spans.Select(span => (span.Category, span.Start, span.Length));

    private static Evaluation Of(
        string name,
        Corpus corpus,
        IReadOnlyList<LabelledText> documents,
        Func<LabelledText, IEnumerable<(string Category, int, int)>> labels,
        Func<string, IEnumerable<(string Category, int, int)>> answers)
    {
        var scores = corpus.Categories.ToDictionary(category => category, _ => default(Score));
        foreach (var document in documents)
        {
            var expected = labels(document).ToHashSet();
            var given = answers(document.Text).ToHashSet();
            foreach (var key in expected)
                scores[key.Category] += given.Contains(key) ? new Score(1, 0, 0) : new Score(0, 0, 1);
            foreach (var key in given.Where(key => !expected.Contains(key)))
                scores[key.Category] += new Score(0, 1, 0);
        }
        return new Evaluation(name, scores);
    }
}
