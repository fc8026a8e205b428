using System.Runtime.InteropServices;

namespace LanguageJobs.Emulator.Models.Learning;

/// <summary>A weight for every feature and class, and a bias for every class.</summary>
internal sealed class LinearModel(float[][] weights, float[] biases)
{
    public int Classes => biases.Length;

    /// <summary>The weights of one class.</summary>
    public ReadOnlySpan<float> WeightsOf(int category) => weights[category];

    public double[] Score(SparseVector features)
    {
        var scores = new double[biases.Length];
        for (var category = 0; category < scores.Length; category++)
            scores[category] = biases[category] + Dot(weights[category], features);
        return scores;
    }

    /// <summary>The same model, its scores multiplied and moved.</summary>
    public LinearModel Rescale(double factor, double shift) => new(
        [.. weights.Select(row => row.Select(weight => (float)(weight * factor)).ToArray())],
        [.. biases.Select(bias => (float)((bias * factor) + shift))]);

    public void Save(BinaryWriter writer)
    {
        writer.Write(biases.Length);
        writer.Write(weights[0].Length);
        writer.Write(MemoryMarshal.AsBytes<float>(biases));
        foreach (var row in weights)
            writer.Write(MemoryMarshal.AsBytes<float>(row));
    }

    public static LinearModel Load(BinaryReader reader)
    {
        var biases = new float[reader.ReadInt32()];
        var features = reader.ReadInt32();
        ReadInto(reader, biases);
        var weights = biases.Select(_ => new float[features]).ToArray();
        foreach (var row in weights)
            ReadInto(reader, row);
        return new LinearModel(weights, biases);
    }

    private static double Dot(float[] row, SparseVector features)
    {
        double sum = 0;
        for (var i = 0; i < features.Indices.Length; i++)
            sum += row[features.Indices[i]] * features.Values[i];
        return sum;
    }

    private static void ReadInto(BinaryReader reader, float[] numbers) =>
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
}
