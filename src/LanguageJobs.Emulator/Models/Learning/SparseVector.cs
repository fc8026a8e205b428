namespace LanguageJobs.Emulator.Models.Learning;

/// <summary>The features of one thing: their numbers, ascending, and their values.</summary>
internal readonly record struct SparseVector(int[] Indices, float[] Values)
{
    public static SparseVector Create(IEnumerable<KeyValuePair<int, float>> features)
    {
        var sorted = features.OrderBy(feature => feature.Key).ToArray();
        return new SparseVector([.. sorted.Select(feature => feature.Key)], [.. sorted.Select(feature => feature.Value)]);
    }

    /// <summary>Features that are there or not.</summary>
    public static SparseVector CreateBinary(IEnumerable<int> features)
    {
        int[] sorted = [.. features.Distinct().Order()];
        var ones = new float[sorted.Length];
        Array.Fill(ones, 1);
        return new SparseVector(sorted, ones);
    }
}
