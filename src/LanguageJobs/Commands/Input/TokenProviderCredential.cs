using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>
/// Access tokens that a script block of the user emits. It runs on the thread of the command whose request needs the token. No
/// lock is held meanwhile: of two commands in one pipeline, each could wait for the other's thread.
/// </summary>
internal sealed class TokenProviderCredential(ScriptBlock provider, Clock clock) : TokenCredential(clock)
{
    /// <summary>The name of this kind of credential.</summary>
    public const string Name = "TokenProvider";

    private readonly Guid home = Runspace.DefaultRunspace.InstanceId;

    public override string Kind => Name;

    protected override Task<AccessToken> HaveAsync(Uri address, ServiceLog log, CancellationToken cancellation) =>
        log.AskAsync(() => Fresh ?? Keep(Run(log)), cancellation);

    private AccessToken Run(ServiceLog log)
    {
        try
        {
            var token = TokenObject.Read(Output().LastOrDefault(item => item is not null));
            log.Verbose(FormattableString.Invariant($"The token provider returned an access token, {Expiry(token)}."));
            return token;
        }
        catch (Exception e) when (e is FormatException or RuntimeException and not PipelineStoppedException)
        {
            throw new LanguageServiceException(ServiceFailure.CredentialUnavailable, $"The token provider returned no access token. {Reason(e)}{Hint()}", e);
        }
    }

    // An error inside is the reason why there is no token; without Stop it would be shown nowhere but at the console.
    private Collection<PSObject> Output() =>
        Here().InvokeWithContext(null, [new PSVariable("ErrorActionPreference", ActionPreference.Stop)]);

    // A script block belongs to the runspace where it was made, which is busy while another one works: there its text runs.
    private ScriptBlock Here() => IsAtHome ? provider : ScriptBlock.Create(provider.ToString());

    private bool IsAtHome => Runspace.DefaultRunspace.InstanceId == home;

    private static string Reason(Exception e) => e is RuntimeException { ErrorRecord: { } record } ? record.ToString() : e.Message;

    private string Hint() => IsAtHome ? "" : " It ran in another runspace than Connect-LanguageService, without the variables of that runspace.";

    private static string Expiry(AccessToken token) =>
        token.ExpiresOn is { } time ? FormattableString.Invariant($"which expires at {time:u}") : "without an expiration time";
}
