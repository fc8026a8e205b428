namespace LanguageJobs.Emulator.Models.Learning;

/// <summary>Numbers the features that a model knows.</summary>
internal sealed class FeatureMap
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    private FeatureMap(IEnumerable<string> names)
    {
        foreach (var name in names)
            numbers.Add(name, numbers.Count);
    }

    public int Count => numbers.Count;

    /// <summary>Keeps the features that occur in at least <paramref name="minimum"/> examples.</summary>
    public static FeatureMap Learn(IEnumerable<IEnumerable<string>> examples, int minimum) => new(
        examples.SelectMany(example => example.Distinct())
            .CountBy(name => name)
            .Where(counted => counted.Value >= minimum)
            .Select(counted => counted.Key)
            .Order(StringComparer.Ordinal));

    public bool TryFind(string name, out int number) => numbers.TryGetValue(name, out number);

    public IEnumerable<int> Find(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (numbers.TryGetValue(name, out var number))
                yield return number;
        }
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(numbers.Count);
        foreach (var name in numbers.OrderBy(entry => entry.Value).Select(entry => entry.Key))
            writer.Write(name);
    }

    public static FeatureMap Load(BinaryReader reader) =>
        new(Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString()).ToList());
}
