namespace LanguageJobs;

/// <summary>What every row of one job shares. Rows point here, so a row is small and never keeps its job alive.</summary>
internal sealed class JobIdentity
{
    public string? JobId { get; set; }
}
