namespace LanguageJobs.Emulator.Models.Learning;

/// <summary>
/// Makes probabilities honest. A model is too sure of what it has learned from, so it is asked about examples that it has not
/// seen: a part is held out, the rest is learned from, until every example was held out once.
/// </summary>
internal static class Calibration
{
    private const int Folds = 5;

    /// <summary>The scores of every example by a model that did not learn from it.</summary>
    public static IEnumerable<(double[] Scores, T Example)> HeldOutScores<T>(
        IReadOnlyList<T> examples, Func<IReadOnlyList<T>, LinearModel> train, Func<T, SparseVector> featuresOf)
    {
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = examples.Where((_, index) => index % Folds == fold).ToList();
            var model = train([.. examples.Where((_, index) => index % Folds != fold)]);
            foreach (var example in held)
                yield return (model.Score(featuresOf(example)), example);
        }
    }

    /// <summary>The factor on all scores under which the right classes are likeliest.</summary>
    public static double FitFactor(IReadOnlyList<(double[] Scores, int Class)> heldOut) => Enumerable.Range(0, 60)
        .Select(step => 0.25 * Math.Pow(1.1, step))
        .MaxBy(factor => heldOut.Sum(example =>
            Math.Log(Probabilities.Softmax([.. example.Scores.Select(score => score * factor)])[example.Class])));
}
