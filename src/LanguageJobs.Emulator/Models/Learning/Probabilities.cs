namespace LanguageJobs.Emulator.Models.Learning;

/// <summary>Turns scores into probabilities.</summary>
internal static class Probabilities
{
    public static double Sigmoid(double score) => 1 / (1 + Math.Exp(-score));

    public static double[] Softmax(ReadOnlySpan<double> scores)
    {
        var highest = double.NegativeInfinity;
        foreach (var score in scores)
            highest = Math.Max(highest, score);
        var shares = new double[scores.Length];
        double sum = 0;
        for (var i = 0; i < shares.Length; i++)
            sum += shares[i] = Math.Exp(scores[i] - highest);
        for (var i = 0; i < shares.Length; i++)
            shares[i] /= sum;
        return shares;
    }
}
