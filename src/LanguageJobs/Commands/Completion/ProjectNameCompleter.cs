using System.Collections;
using LanguageJobs.Service;
using LanguageJobs.Wire;

namespace LanguageJobs.Commands;

/// <summary>Completes the names of the resource's projects.</summary>
internal sealed class ProjectNameCompleter : AuthoringCompleter
{
    protected override Task<AuthoringEntry[]> ListAsync(AuthoringCatalog catalog, IDictionary bound) => catalog.ProjectsAsync();
}
