namespace LanguageJobs.Tests.Hosting;

/// <summary>A test that needs an installed pwsh, and says so where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PwshFactAttribute : FactAttribute
{
    public PwshFactAttribute()
    {
        if (Pwsh.Path is null)
            Skip = "pwsh is not installed";
    }
}
