using System.Collections;
using LanguageJobs.Service;
using LanguageJobs.Wire;

namespace LanguageJobs.Commands;

/// <summary>Completes the names of a project's deployments; the project has to be named before.</summary>
internal sealed class DeploymentNameCompleter : AuthoringCompleter
{
    protected override Task<AuthoringEntry[]?>? ListAsync(AuthoringCatalog catalog, IDictionary bound) =>
        Value(bound["ProjectName"])?.ToString() is { Length: > 0 } project ? catalog.DeploymentsAsync(project) : null;
}
