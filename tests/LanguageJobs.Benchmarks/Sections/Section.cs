using LanguageJobs.Benchmarks.Report;

namespace LanguageJobs.Benchmarks.Sections;

/// <summary>One part of the report.</summary>
public abstract class Section(string name)
{
    public string Name { get; } = name;

    public abstract IEnumerable<Figure> Measure(Scale scale);

    /// <summary>What this part does in a process of its own; the numbers are what it measured.</summary>
    public virtual double[] InChild(string[] arguments) => throw new NotSupportedException();

    protected static double PeakBytes()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
