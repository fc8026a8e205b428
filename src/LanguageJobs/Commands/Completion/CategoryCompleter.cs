namespace LanguageJobs.Commands;

/// <summary>Completes the categories of classes and entities.</summary>
internal sealed class CategoryCompleter : SeenNameCompleter
{
    protected override IEnumerable<string> Names(SeenJob job) => job.Categories;
}
