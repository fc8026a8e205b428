using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace LanguageJobs.Commands;

/// <summary>Completes an argument. Completion never throws and never makes the user wait.</summary>
internal abstract class Completer : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            var pattern = new WildcardPattern(Unquoted(wordToComplete) + "*", WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
            return [.. Completions(fakeBoundParameters).Where(completion => pattern.IsMatch(completion.Value)).Select(completion => completion.ToResult())];
        }
        catch (Exception e) when (e is not PipelineStoppedException)
        {
            return [];
        }
    }

    /// <summary>All completions, the most likely first.</summary>
    /// <param name="bound">The command's other arguments, as far as they are known before it runs.</param>
    protected abstract IEnumerable<Completion> Completions(IDictionary bound);

    /// <summary>The jobs that this runspace has seen.</summary>
    protected static SeenJobs Seen => SeenJobs.Of(Runspace.DefaultRunspace);

    private static string Unquoted(string? word) => (word ?? "").Trim('\'', '"');
}
