namespace LanguageJobs.Emulator.Models;

/// <summary>Classes by lists of words. A class is as sure as its share of the words that were found.</summary>
internal sealed class GazetteerClassModel(Gazetteer gazetteer, IReadOnlyList<string> classes, bool single) : IClassModel
{
    public IReadOnlyList<ClassScore> Classify(string text)
    {
        var found = gazetteer.Find(text).CountBy(span => span.Category).ToDictionary();
        var total = found.Values.Sum();
        if (single && total == 0)
            return [new ClassScore(classes[0], 1.0 / classes.Count)];
        var scores = classes.Where(found.ContainsKey)
            .Select(category => new ClassScore(category, (double)found[category] / total))
            .OrderByDescending(score => score.Score);
        return [.. single ? scores.Take(1) : scores];
    }
}
