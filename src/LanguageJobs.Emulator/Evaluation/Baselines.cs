using LanguageJobs.Emulator.Models;
using LanguageJobs.Emulator.Models.Entities;
using LanguageJobs.Emulator.Projects;
using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Evaluation;

/// <summary>The simplest things that could answer: what a model has to beat.</summary>
internal static class Baselines
{
    private const int WordsPerClass = 10;

    public static IEnumerable<(string Name, object Model)> For(Corpus corpus)
    {
        if (corpus.Kind == TaskKind.CustomEntityRecognition)
        {
            yield return ("dictionary look-up", new GazetteerEntityModel(new Gazetteer(PhrasesOf(corpus))));
            yield break;
        }
        yield return ("most frequent class", new MajorityModel(MostFrequent(corpus)));
        yield return ("dictionary look-up", new GazetteerClassModel(
            new Gazetteer(WordsOf(corpus)), corpus.Categories, corpus.Kind == TaskKind.CustomSingleLabelClassification));
    }

    // Every phrase that was labelled while learning, in the category that it had most often.
    private static Dictionary<string, IReadOnlyList<string>> PhrasesOf(Corpus corpus) => corpus.Train
        .SelectMany(document => document.Entities.Select(entity => (entity.Category, Phrase: document.Text.Substring(entity.Start, entity.Length))))
        .GroupBy(entity => entity.Phrase, StringComparer.OrdinalIgnoreCase)
        .Select(phrase => (phrase.Key, Category: phrase.CountBy(entity => entity.Category).MaxBy(count => count.Value).Key))
        .GroupBy(phrase => phrase.Category, phrase => phrase.Key)
        .ToDictionary(category => category.Key, category => (IReadOnlyList<string>)[.. category]);

    // For each class the words that tell it best: frequent in its documents, rare in the others.
    private static Dictionary<string, IReadOnlyList<string>> WordsOf(Corpus corpus)
    {
        var documents = corpus.Train
            .Select(document => (document.Classes, Words: Tokenizer.Tokenize(document.Text).Select(token => token.Text.ToLowerInvariant()).Where(word => char.IsLetter(word[0])).ToHashSet()))
            .ToList();
        return corpus.Categories.ToDictionary(category => category, category =>
        {
            var inside = documents.Where(document => document.Classes.Contains(category)).ToList();
            var outside = documents.Except(inside).ToList();
            double ShareOf(List<(string[] Classes, HashSet<string> Words)> part, string word) =>
                (double)part.Count(document => document.Words.Contains(word)) / part.Count;
            return (IReadOnlyList<string>)[.. inside.SelectMany(document => document.Words).Distinct()
                .OrderByDescending(word => ShareOf(inside, word) - ShareOf(outside, word))
                .Take(WordsPerClass)];
        });
    }

    private static string MostFrequent(Corpus corpus) =>
        corpus.Train.SelectMany(document => document.Classes).CountBy(category => category).MaxBy(count => count.Value).Key;

    private sealed class MajorityModel(string category) : IClassModel
    {
        public IReadOnlyList<ClassScore> Classify(string text) => [new ClassScore(category, 1)];
    }
}
