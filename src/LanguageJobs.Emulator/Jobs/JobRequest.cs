namespace LanguageJobs.Emulator.Jobs;

/// <summary>One question for a job's state.</summary>
/// <param name="Generation">The route that was asked.</param>
/// <param name="ApiVersion">The version that was asked.</param>
/// <param name="Address">The job's absolute address, without a query.</param>
/// <param name="Page">Which documents.</param>
/// <param name="ShowStats">Whether statistics are wanted.</param>
internal sealed record JobRequest(ApiGeneration Generation, string ApiVersion, string Address, DocumentPage Page, bool ShowStats)
{
    /// <summary>In whose shape the answer is wanted.</summary>
    public EmulatorDialect Dialect { get; init; }

    public string NextLinkName => Generation == ApiGeneration.TextAnalytics ? "@nextLink" : "nextLink";

    /// <summary>The link to a page, its parameters in the order in which the service writes them.</summary>
    public string LinkTo(DocumentPage page)
    {
        var stats = ShowStats ? "True" : "False";
        return Generation == ApiGeneration.TextAnalytics
            ? $"{Address}?$skip={page.Skip}&$top={page.Top}&showStats={stats}"
            : $"{Address}?showStats={stats}&top={page.Top}&skip={page.Skip}&api-version={ApiVersion}";
    }
}
