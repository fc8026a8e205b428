using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace LanguageJobs.Emulator.Models.Learning;

/// <summary>Trains linear models with Microsoft.ML: maximum entropy for one class of many, logistic regression for yes or no.</summary>
internal static class LinearTrainer
{
    private const int MaximumIterations = 200;

    // Sums in a fixed order make training repeatable.
    private const int Threads = 1;

    public static LinearModel TrainOneOfMany(
        IReadOnlyList<(SparseVector Features, int Class)> examples, int features, int classes, float l2, CancellationToken ct)
    {
        var ml = new MLContext(seed: 1);
        // The trainer walks over its rows once for each step, so a walk that ends early ends the training.
        var rows = examples.StoppedBy(ct).Select(example => new KeyedRow
        {
            Features = ToBuffer(example.Features, features),
            Label = (uint)example.Class,
        });
        var schema = SchemaOf(typeof(KeyedRow), features);
        schema[nameof(KeyedRow.Label)].ColumnType = new KeyDataViewType(typeof(uint), (ulong)classes);
        var trainer = ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            L1Regularization = 0,
            L2Regularization = l2,
            MaximumNumberOfIterations = MaximumIterations,
            NumberOfThreads = Threads,
        });
        var model = trainer.Fit(ml.Data.LoadFromEnumerable(rows, schema)).Model;
        VBuffer<float>[] weights = [];
        model.GetWeights(ref weights, out var count);
        return new LinearModel([.. weights.Take(count).Select(row => row.DenseValues().ToArray())], [.. model.GetBiases()]);
    }

    /// <summary>One model for each class, each on its own.</summary>
    public static LinearModel TrainEach(
        IReadOnlyList<(SparseVector Features, bool[] Classes)> examples, int features, int classes, float l2, CancellationToken ct)
    {
        var models = Enumerable.Range(0, classes)
            .Select(category => TrainYesOrNo([.. examples.Select(example => (example.Features, example.Classes[category]))], features, l2, ct))
            .ToList();
        return new LinearModel([.. models.Select(model => model.Weights)], [.. models.Select(model => model.Bias)]);
    }

    /// <summary>The factor and the shift that turn scores into the log odds of what was true.</summary>
    public static (double Factor, double Shift) FitLogOdds(IEnumerable<(double Score, bool Label)> examples, CancellationToken ct)
    {
        var rows = examples.Select(example => (new SparseVector([0], [(float)example.Score]), example.Label)).ToList();
        var (weights, bias) = TrainYesOrNo(rows, features: 1, l2: 0, ct);
        return (weights[0], bias);
    }

    private static (float[] Weights, float Bias) TrainYesOrNo(
        IReadOnlyList<(SparseVector Features, bool Label)> examples, int features, float l2, CancellationToken ct)
    {
        var ml = new MLContext(seed: 1);
        var rows = examples.StoppedBy(ct).Select(example => new BooleanRow { Features = ToBuffer(example.Features, features), Label = example.Label });
        var trainer = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            L1Regularization = 0,
            L2Regularization = l2,
            MaximumNumberOfIterations = MaximumIterations,
            NumberOfThreads = Threads,
        });
        var model = trainer.Fit(ml.Data.LoadFromEnumerable(rows, SchemaOf(typeof(BooleanRow), features))).Model.SubModel;
        return ([.. model.Weights], model.Bias);
    }

    private static SchemaDefinition SchemaOf(Type row, int features)
    {
        var schema = SchemaDefinition.Create(row);
        schema[nameof(KeyedRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
        return schema;
    }

    private static VBuffer<float> ToBuffer(SparseVector features, int length) =>
        new(length, features.Indices.Length, features.Values, features.Indices);

    private sealed class KeyedRow
    {
        public VBuffer<float> Features;
        public uint Label;
    }

    private sealed class BooleanRow
    {
        public VBuffer<float> Features;
        public bool Label;
    }
}
