using System.Collections;
using LanguageJobs.Service;
using LanguageJobs.Storage;
using LanguageJobs.Wire;

namespace LanguageJobs.Commands;

/// <summary>Completes project names: those that the resource lists, or else those of the jobs in the history.</summary>
internal sealed class ProjectNameCompleter : AuthoringCompleter
{
    protected override IEnumerable<string> Known =>
        JobHistory.Current?.NewestFirst().Take(JobCompleter.MostRemembered).SelectMany(job => job.Projects ?? []).Distinct() ?? [];

    protected override Task<AuthoringEntry[]?> ListAsync(AuthoringCatalog catalog, IDictionary bound) => catalog.ProjectsAsync();
}
