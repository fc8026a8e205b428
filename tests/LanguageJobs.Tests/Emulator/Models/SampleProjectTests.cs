using LanguageJobs.Emulator.Evaluation;
using LanguageJobs.Emulator.Models;
using LanguageJobs.Emulator.Projects;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Emulator.Models;

public class SampleProjectTests
{
    // The floors lie well below what is measured, so that another corpus edit does not break them, and well above the baselines.
    [Theory]
    [InlineData("Agreements", 0.60)]
    [InlineData("Articles", 0.65)]
    [InlineData("SupportTickets", 0.70)]
    public void A_model_beats_every_baseline_on_documents_it_has_not_seen(string name, double floor)
    {
        var corpus = Sample(name);

        var model = Evaluate(Learn(corpus), corpus);

        Assert.True(model.Micro.F1 >= floor, $"F1 is {model.Micro.F1:0.000}");
        foreach (var baseline in Baselines.For(corpus))
        {
            var simple = Evaluate(baseline.Model, corpus);
            Assert.True(model.Micro.F1 > simple.Micro.F1 + 0.2, $"{baseline.Name} reaches {simple.Micro.F1:0.000}");
        }
    }

    [Theory]
    [InlineData("Articles")]
    [InlineData("SupportTickets")]
    public void Confidence_is_honest_an_answer_given_with_90_percent_is_right_about_that_often(string name)
    {
        var corpus = Sample(name);
        var model = (IClassModel)Learn(corpus);

        var answers = corpus.Test
            .SelectMany(document => model.Classify(document.Text).Select(answer => (answer.Score, Right: document.Classes.Contains(answer.Category))))
            .ToList();

        Assert.All(answers, answer => Assert.InRange(answer.Score, 0, 1));
        Assert.InRange(answers.Average(answer => answer.Score) - answers.Average(answer => answer.Right ? 1.0 : 0.0), -0.12, 0.12);
    }

    [Fact]
    public void Entities_never_overlap_and_lie_within_the_text()
    {
        var corpus = Sample("Agreements");
        var model = (IEntityModel)Learn(corpus);

        foreach (var text in corpus.Test.Select(document => document.Text))
        {
            var end = 0;
            foreach (var span in model.Recognize(text))
            {
                Assert.InRange(span.Start, end, text.Length - 1);
                Assert.InRange(span.Score, 0, 1);
                Assert.False(char.IsWhiteSpace(text[span.Start]) || char.IsWhiteSpace(text[span.End - 1]));
                end = span.End;
            }
            Assert.InRange(end, 0, text.Length);
        }
    }

    private static Corpus Sample(string name) =>
        ProjectFolder.Read(Repository.PathOf("examples/projects"), default).Single(project => project.Name == name).Corpus!;

    private static ILearnedModel Learn(Corpus corpus) => new ModelCache(folder: null, _ => { }).LoadOrTrain(corpus, default).Model;

    private static Evaluation Evaluate(object model, Corpus corpus) => model is IEntityModel entities
        ? Evaluation.OfEntities("", entities, corpus, corpus.Test)
        : Evaluation.OfClasses("", (IClassModel)model, corpus, corpus.Test);
}
