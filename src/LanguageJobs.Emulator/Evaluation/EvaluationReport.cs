using System.Globalization;
using LanguageJobs.Emulator.Models;
using LanguageJobs.Emulator.Projects;

namespace LanguageJobs.Emulator.Evaluation;

/// <summary>Trains every project of a folder anew and writes how well it does on documents that it has not seen.</summary>
internal static class EvaluationReport
{
    /// <exception cref="InvalidDataException">A project cannot be read, or has no Test documents.</exception>
    public static void Write(string folder, TextWriter output, CancellationToken ct)
    {
        foreach (var corpus in ProjectFolder.Read(folder, ct).Select(project => project.Corpus).OfType<Corpus>())
            Write(corpus, output, ct);
    }

    private static void Write(Corpus corpus, TextWriter output, CancellationToken ct)
    {
        if (corpus.Test.Count == 0)
            throw new InvalidDataException($"'{corpus.Path}' has no labelled documents whose 'dataset' is Test, and cannot be evaluated.");
        // Processor time: what else a machine is doing says nothing about a model.
        var before = Environment.CpuUsage.TotalTime;
        var model = ProjectModel.Train(corpus, ct);
        var training = Environment.CpuUsage.TotalTime - before;
        var own = Evaluate("the model", model, corpus);
        // Once more for the time: the first pass was also the compiler's.
        before = Environment.CpuUsage.TotalTime;
        Evaluate("the model", model, corpus);
        var perDocument = (Environment.CpuUsage.TotalTime - before) / corpus.Test.Count;
        output.WriteLine(Format($"## {corpus.Name} ({corpus.Kind})"));
        output.WriteLine();
        output.WriteLine(Format($"Learned from {corpus.Train.Count} documents in {training.TotalSeconds:0.0} s of processor time; asked about {corpus.Test.Count} others, {perDocument.TotalMilliseconds:0.0} ms each."));
        output.WriteLine();
        WriteTotals(output, [own, .. Baselines.For(corpus).Select(baseline => Evaluate(baseline.Name, baseline.Model, corpus))]);
        WriteCategories(output, own);
    }

    private static Evaluation Evaluate(string name, object model, Corpus corpus) => model is IEntityModel entities
        ? Evaluation.OfEntities(name, entities, corpus, corpus.Test)
        : Evaluation.OfClasses(name, (IClassModel)model, corpus, corpus.Test);

    private static void WriteTotals(TextWriter output, List<Evaluation> evaluations)
    {
        output.WriteLine("| answers from | precision | recall | F1 | mean F1 of the categories |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (var evaluation in evaluations)
        {
            var micro = evaluation.Micro;
            output.WriteLine(Format($"| {evaluation.Name} | {micro.Precision:0.000} | {micro.Recall:0.000} | {micro.F1:0.000} | {evaluation.MacroF1:0.000} |"));
        }
        output.WriteLine();
    }

    private static void WriteCategories(TextWriter output, Evaluation evaluation)
    {
        output.WriteLine("| category | precision | recall | F1 | labels |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (var (category, score) in evaluation.ByCategory)
            output.WriteLine(Format($"| {category} | {score.Precision:0.000} | {score.Recall:0.000} | {score.F1:0.000} | {score.Right + score.Missed} |"));
        output.WriteLine();
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
