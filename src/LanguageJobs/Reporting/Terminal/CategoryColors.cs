namespace LanguageJobs.Reporting;

/// <summary>Gives each category a color of its own, in the order in which categories come along.</summary>
internal sealed class CategoryColors
{
    private readonly Dictionary<string, int> colors = new(StringComparer.Ordinal);

    public int Of(string category)
    {
        if (!colors.TryGetValue(category, out var color))
            colors[category] = color = colors.Count;
        return color;
    }
}
