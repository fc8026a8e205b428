using LanguageJobs.Emulator.Models.Learning;

namespace LanguageJobs.Emulator.Models.Classes;

/// <summary>Says which one class a text is of, and with what probability.</summary>
internal sealed class SingleLabelModel(string[] classes, TextVectorizer vectorizer, LinearModel model) : IClassModel, ILearnedModel
{
    private const float L2 = 0.02f;

    public static SingleLabelModel Train(string[] classes, IReadOnlyList<(string Text, string Class)> examples, CancellationToken ct)
    {
        var vectorizer = TextVectorizer.Learn([.. examples.Select(example => example.Text)], ct);
        var vectors = examples.StoppedBy(ct).Select(example => (vectorizer.Vectorize(example.Text), Array.IndexOf(classes, example.Class))).ToList();
        LinearModel Learn(IReadOnlyList<(SparseVector, int)> part) =>
            LinearTrainer.TrainOneOfMany(part, vectorizer.Features, classes.Length, L2, ct);
        var heldOut = Calibration.HeldOutScores(vectors, Learn, example => example.Item1).Select(held => (held.Scores, held.Example.Item2));
        return new SingleLabelModel(classes, vectorizer, Learn(vectors).Rescale(Calibration.FitFactor([.. heldOut]), shift: 0));
    }

    public IReadOnlyList<ClassScore> Classify(string text)
    {
        var shares = Probabilities.Softmax(model.Score(vectorizer.Vectorize(text)));
        var best = Array.IndexOf(shares, shares.Max());
        return [new ClassScore(classes[best], shares[best])];
    }

    public void Save(BinaryWriter writer)
    {
        vectorizer.Save(writer);
        model.Save(writer);
    }

    public static SingleLabelModel Load(string[] classes, BinaryReader reader) =>
        new(classes, TextVectorizer.Load(reader), LinearModel.Load(reader));
}
