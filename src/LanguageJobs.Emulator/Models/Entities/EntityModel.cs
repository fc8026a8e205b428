using LanguageJobs.Emulator.Models.Learning;

namespace LanguageJobs.Emulator.Models.Entities;

/// <summary>
/// Recognizes entities: each token's tag depends on what is seen of it and on the tag before; the likeliest sequence of tags
/// that makes whole entities is taken.
/// </summary>
internal sealed class EntityModel : IEntityModel, ILearnedModel
{
    private const float L2 = 0.5f;
    private const int MinimumTokens = 2;

    private readonly string[] categories;
    private readonly FeatureMap features;
    private readonly LinearModel model;
    private readonly double[,] afterTag;

    private EntityModel(string[] categories, FeatureMap features, LinearModel model)
    {
        this.categories = categories;
        this.features = features;
        this.model = model;
        afterTag = WeightsAfterTags();
    }

    public static EntityModel Train(
        string[] categories, IReadOnlyList<(string Text, IReadOnlyList<EntitySpan> Entities)> examples, CancellationToken ct)
    {
        var tokens = examples.StoppedBy(ct).SelectMany(example => ExamplesOf(example.Text, example.Entities, categories)).ToList();
        var features = FeatureMap.Learn(tokens.StoppedBy(ct).Select(token => token.Features), MinimumTokens);
        var vectors = tokens.StoppedBy(ct).Select(token => (SparseVector.CreateBinary(features.Find(token.Features)), token.Tag)).ToList();
        var model = LinearTrainer.TrainOneOfMany(vectors, features.Count, TagSet.Count(categories.Length), L2, ct);
        return new EntityModel(categories, features, model);
    }

    public IReadOnlyList<EntitySpan> Recognize(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        var seen = tokens.Select((_, index) => model.Score(SparseVector.CreateBinary(features.Find(TokenFeatures.Of(text, tokens, index)))));
        return new SpanDecoder([.. seen], afterTag).Decode(tokens, categories);
    }

    public void Save(BinaryWriter writer)
    {
        features.Save(writer);
        model.Save(writer);
    }

    public static EntityModel Load(string[] categories, BinaryReader reader) =>
        new(categories, FeatureMap.Load(reader), LinearModel.Load(reader));

    private static IEnumerable<(List<string> Features, int Tag)> ExamplesOf(string text, IReadOnlyList<EntitySpan> entities, string[] categories)
    {
        var tokens = Tokenizer.Tokenize(text);
        var previous = TagSet.Outside;
        for (var index = 0; index < tokens.Length; index++)
        {
            var tag = TagOf(tokens, index, entities, categories);
            List<string> seen = [.. TokenFeatures.Of(text, tokens, index), AfterTag(previous)];
            yield return (seen, tag);
            previous = tag;
        }
    }

    private static int TagOf(Token[] tokens, int index, IReadOnlyList<EntitySpan> entities, string[] categories)
    {
        var token = tokens[index];
        foreach (var entity in entities.Where(entity => token.Start < entity.End && token.End > entity.Start))
        {
            var category = Array.IndexOf(categories, entity.Category);
            var first = index == 0 || tokens[index - 1].End <= entity.Start;
            return first ? TagSet.Begin(category) : TagSet.Inside(category);
        }
        return TagSet.Outside;
    }

    private static string AfterTag(int tag) => $"after-tag={tag}";

    private double[,] WeightsAfterTags()
    {
        var weights = new double[model.Classes, model.Classes];
        for (var previous = 0; previous < model.Classes; previous++)
        {
            if (!features.TryFind(AfterTag(previous), out var number))
                continue;
            for (var tag = 0; tag < model.Classes; tag++)
                weights[previous, tag] = model.WeightsOf(tag)[number];
        }
        return weights;
    }
}
