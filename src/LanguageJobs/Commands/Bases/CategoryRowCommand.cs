using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>A row command whose rows have categories and confidence scores.</summary>
public abstract class CategoryRowCommand : JobRowCommand
{
    private NameFilter? categories;

    internal CategoryRowCommand()
    {
    }

    /// <summary>Only rows of these categories. Wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CategoryCompleter))]
    public string[]? Category { get; set; }

    /// <summary>Only rows with at least this confidence score, from 0 to 1.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double MinimumConfidence { get; set; }

    /// <summary>Prepares the filters.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        categories = new NameFilter(Category);
    }

    private protected bool Passes(LanguageEntity entity) => Passes(entity.Category, entity.ConfidenceScore);

    private protected bool Passes(LanguageClass row) => Passes(row.Category, row.ConfidenceScore);

    private protected bool IsFiltered => Category is not null || MinimumConfidence > 0;

    // A score that the service left out (NaN) is below every minimum but 0.
    private bool Passes(string category, double confidence) =>
        (confidence >= MinimumConfidence || MinimumConfidence == 0) && categories!.Matches(category);
}
