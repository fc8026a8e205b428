using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using LanguageJobs.Service;
using LanguageJobs.Wire;

namespace LanguageJobs.Commands;

/// <summary>
/// Completes names that the connected resource can list, if it answers quickly, or else names that are known. A later answer is used for the
/// next try.
/// </summary>
internal abstract class AuthoringCompleter : Completer
{
    private const int LongestWait = 250;

    protected override IEnumerable<Completion> Completions(IDictionary bound)
    {
        var connection = Value(bound["Connection"]) as LanguageConnection ?? RunspaceConnection.Of(Runspace.DefaultRunspace).Find();
        if (connection is not null && ListAsync(AuthoringCatalog.Of(connection), bound) is { } list && list.Wait(LongestWait) && list.Result is { } entries)
            return entries.Select(entry => new Completion(entry.Name, entry.About ?? entry.Name));
        return Known.Select(name => new Completion(name, name));
    }

    /// <summary>The names to offer if the resource does not list any.</summary>
    protected virtual IEnumerable<string> Known => [];

    /// <summary>Asks the resource; null when a name is missing that the list depends on.</summary>
    protected abstract Task<AuthoringEntry[]?>? ListAsync(AuthoringCatalog catalog, IDictionary bound);

    protected static object? Value(object? argument) => argument is PSObject wrapped ? wrapped.BaseObject : argument;
}
