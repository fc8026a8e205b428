using LanguageJobs.Emulator.Models.Learning;

namespace LanguageJobs.Emulator.Models.Classes;

/// <summary>Turns texts into vectors: features weigh more the more often they are in a text and the rarer they are elsewhere.</summary>
internal sealed class TextVectorizer
{
    private const int MinimumTexts = 2;

    private readonly FeatureMap features;
    private readonly float[] rarity;

    private TextVectorizer(FeatureMap features, float[] rarity)
    {
        this.features = features;
        this.rarity = rarity;
    }

    public int Features => features.Count;

    public static TextVectorizer Learn(IReadOnlyList<string> texts, CancellationToken ct)
    {
        var seen = texts.StoppedBy(ct).Select(text => TextFeatures.Of(text).ToHashSet(StringComparer.Ordinal)).ToList();
        var features = FeatureMap.Learn(seen.StoppedBy(ct), MinimumTexts);
        var counts = new int[features.Count];
        foreach (var number in seen.SelectMany(features.Find))
            counts[number]++;
        return new TextVectorizer(features, [.. counts.Select(count => (float)(1 + Math.Log((1.0 + texts.Count) / (1 + count))))]);
    }

    public SparseVector Vectorize(string text)
    {
        var weights = features.Find(TextFeatures.Of(text))
            .CountBy(number => number)
            .Select(counted => KeyValuePair.Create(counted.Key, (float)(1 + Math.Log(counted.Value)) * rarity[counted.Key]))
            .ToList();
        var length = (float)Math.Sqrt(weights.Sum(weight => weight.Value * weight.Value));
        return SparseVector.Create(weights.Select(weight => KeyValuePair.Create(weight.Key, weight.Value / length)));
    }

    public void Save(BinaryWriter writer)
    {
        features.Save(writer);
        foreach (var weight in rarity)
            writer.Write(weight);
    }

    public static TextVectorizer Load(BinaryReader reader)
    {
        var features = FeatureMap.Load(reader);
        return new TextVectorizer(features, [.. Enumerable.Range(0, features.Count).Select(_ => reader.ReadSingle())]);
    }
}
