using LanguageJobs.Emulator.Models.Learning;

namespace LanguageJobs.Emulator.Models.Classes;

/// <summary>Says of each class on its own whether a text is of it. Those above one half are told.</summary>
internal sealed class MultiLabelModel(string[] classes, TextVectorizer vectorizer, LinearModel model) : IClassModel, ILearnedModel
{
    private const float L2 = 0.02f;
    private const double Threshold = 0.5;

    public static MultiLabelModel Train(string[] classes, IReadOnlyList<(string Text, string[] Classes)> examples, CancellationToken ct)
    {
        var vectorizer = TextVectorizer.Learn([.. examples.Select(example => example.Text)], ct);
        var vectors = examples.StoppedBy(ct)
            .Select(example => (vectorizer.Vectorize(example.Text), classes.Select(category => example.Classes.Contains(category)).ToArray()))
            .ToList();
        LinearModel Learn(IReadOnlyList<(SparseVector, bool[])> part) =>
            LinearTrainer.TrainEach(part, vectorizer.Features, classes.Length, L2, ct);
        var heldOut = Calibration.HeldOutScores(vectors, Learn, example => example.Item1)
            .SelectMany(held => held.Scores.Zip(held.Example.Item2));
        var (factor, shift) = LinearTrainer.FitLogOdds(heldOut, ct);
        return new MultiLabelModel(classes, vectorizer, Learn(vectors).Rescale(factor, shift));
    }

    public IReadOnlyList<ClassScore> Classify(string text)
    {
        var scores = model.Score(vectorizer.Vectorize(text));
        return [.. classes.Select((category, index) => new ClassScore(category, Probabilities.Sigmoid(scores[index])))
            .Where(score => score.Score >= Threshold)
            .OrderByDescending(score => score.Score)];
    }

    public void Save(BinaryWriter writer)
    {
        vectorizer.Save(writer);
        model.Save(writer);
    }

    public static MultiLabelModel Load(string[] classes, BinaryReader reader) =>
        new(classes, TextVectorizer.Load(reader), LinearModel.Load(reader));
}
