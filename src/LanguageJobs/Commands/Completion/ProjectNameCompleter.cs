using System.Collections;
using LanguageJobs.Service;
using LanguageJobs.Storage;
using LanguageJobs.Wire;

namespace LanguageJobs.Commands;

/// <summary>Completes the names of the resource's projects; where it does not list them, those of the jobs that the history remembers.</summary>
internal sealed class ProjectNameCompleter : AuthoringCompleter
{
    protected override IEnumerable<string> Known =>
        JobHistory.Current?.NewestFirst().Take(JobCompleter.MostRemembered).SelectMany(job => job.Projects ?? []).Distinct() ?? [];

    protected override Task<AuthoringEntry[]?> ListAsync(AuthoringCatalog catalog, IDictionary bound) => catalog.ProjectsAsync();
}
