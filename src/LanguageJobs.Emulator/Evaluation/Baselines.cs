using LanguageJobs.Emulator.Models;
using LanguageJobs.Emulator.Projects;
using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Evaluation;

/// <summary>The simplest things that could answer: what a model has to beat.</summary>
internal static class Baselines
{
    public static IEnumerable<(string Name, object Model)> For(Corpus corpus)
    {
        if (corpus.Kind == TaskKind.CustomEntityRecognition)
        {
            yield return ("dictionary look-up", new GazetteerEntityModel(new Gazetteer(PhrasesOf(corpus))));
            yield break;
        }
        yield return ("most frequent class", new MajorityModel(MostFrequent(corpus)));
        yield return ("class names as words", new NameModel(corpus));
    }

    // Every phrase that was labelled while learning, in the category that it had most often.
    private static Dictionary<string, IReadOnlyList<string>> PhrasesOf(Corpus corpus) => corpus.Train
        .SelectMany(document => document.Entities.Select(entity => (entity.Category, Phrase: document.Text.Substring(entity.Start, entity.Length))))
        .GroupBy(entity => entity.Phrase, StringComparer.OrdinalIgnoreCase)
        .Select(phrase => (phrase.Key, Category: phrase.CountBy(entity => entity.Category).MaxBy(count => count.Value).Key))
        .GroupBy(phrase => phrase.Category, phrase => phrase.Key)
        .ToDictionary(category => category.Key, category => (IReadOnlyList<string>)[.. category]);

    private static string MostFrequent(Corpus corpus) =>
        corpus.Train.SelectMany(document => document.Classes).CountBy(category => category).MaxBy(count => count.Value).Key;

    private sealed class MajorityModel(string category) : IClassModel
    {
        public IReadOnlyList<ClassScore> Classify(string text) => [new ClassScore(category, 1)];
    }

    private sealed class NameModel(Corpus corpus) : IClassModel
    {
        private readonly GazetteerClassModel model = new(
            new Gazetteer(corpus.Categories.ToDictionary(category => category, category => (IReadOnlyList<string>)[category])),
            corpus.Categories,
            corpus.Kind == TaskKind.CustomSingleLabelClassification);

        public IReadOnlyList<ClassScore> Classify(string text) => model.Classify(text);
    }
}
