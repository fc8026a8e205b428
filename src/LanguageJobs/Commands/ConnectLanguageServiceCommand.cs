using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Net;
using System.Security;
using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>Connects this runspace to a Language resource. Nothing is sent until a command needs the service.</summary>
[Cmdlet(VerbsCommunications.Connect, "LanguageService", HelpUri = HelpPages.ConnectLanguageService, DefaultParameterSetName = KeySet)]
[OutputType(typeof(LanguageConnection))]
public sealed class ConnectLanguageServiceCommand : PSCmdlet
{
    private const string KeySet = "Key";
    private const string CredentialSet = "Credential";
    private const string AccessTokenSet = "AccessToken";
    private const string TokenProviderSet = "TokenProvider";
    private const string ManagedIdentitySet = "ManagedIdentity";

    /// <summary>The resource's endpoint, for example <c>https://contoso.cognitiveservices.azure.com</c>.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Endpoint { get; set; } = "";

    /// <summary>One of the resource's two keys, as SecureString or string.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = KeySet)]
    [Secret]
    public SecureString Key { get; set; } = new();

    /// <summary>A credential whose password is the resource's key; the user name is not used.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CredentialSet)]
    public PSCredential Credential { get; set; } = PSCredential.Empty;

    /// <summary>
    /// A Microsoft Entra access token for <c>https://cognitiveservices.azure.com</c>: a SecureString, a string, or what
    /// <c>Get-AzAccessToken</c> emits. It is used until it expires.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = AccessTokenSet)]
    [Secret]
    [ValidateNotNull]
    public object AccessToken { get; set; } = "";

    /// <summary>
    /// A script block that emits an access token in one of the forms of <see cref="AccessToken"/>. It runs when the first request
    /// is due, again before the token expires, and once more when the service refuses it.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = TokenProviderSet)]
    [ValidateNotNull]
    public ScriptBlock TokenProvider { get; set; } = null!;

    /// <summary>Uses the identity that Azure gives to this virtual machine, App Service, Function or Automation runbook.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ManagedIdentitySet)]
    public SwitchParameter ManagedIdentity { get; set; }

    /// <summary>The client id of a user-assigned managed identity; without it the system-assigned one is used.</summary>
    [Parameter(ParameterSetName = ManagedIdentitySet)]
    [ValidateNotNullOrEmpty]
    public string? ClientId { get; set; }

    /// <summary>
    /// The API version: <c>auto</c> finds it out with the first request; else <c>v3.2-preview.2</c>, or a date such as <c>2025-11-01</c>.
    /// The environment variable <c>LANGUAGE_API_VERSION</c> replaces the default.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(ApiVersionCompleter))]
    [ValidateNotNullOrEmpty]
    public string ApiVersion { get; set; } = LanguageConnection.DefaultApiVersion;

    /// <summary>The maximum number of requests in any minute; 0 means no limit. The service allows 1000.</summary>
    [Parameter]
    [ValidateRange(0, 1_000_000)]
    public int RequestsPerMinute { get; set; } = LanguageConnection.DefaultRequestsPerMinute;

    /// <summary>How often a failed request is retried.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int MaximumRetryCount { get; set; } = LanguageConnection.DefaultMaximumRetryCount;

    /// <summary>The proxy to use, for example <c>http://proxy.contoso.com:8080</c>; by default the system's settings apply.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? Proxy { get; set; }

    /// <summary>The user name and password for the proxy.</summary>
    [Parameter]
    [ValidateNotNull]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Emits the connection, for the -Connection parameter of other commands.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Makes the connection and sets it as the runspace's default.</summary>
    protected override void EndProcessing()
    {
        var connection = Connect();
        RunspaceConnection.Of(Runspace.DefaultRunspace).Default = connection;
        if (PassThru)
            WriteObject(connection);
    }

    private LanguageConnection Connect()
    {
        try
        {
            return ServiceConnection.Open(Endpoint, ServiceCredential(), Version(), RequestsPerMinute, MaximumRetryCount, WebProxy());
        }
        catch (FormatException e)
        {
            ThrowTerminatingError(ErrorRecords.InvalidConnection(e, null));
            throw;
        }
    }

    private string Version() =>
        MyInvocation.BoundParameters.ContainsKey(nameof(ApiVersion)) ? ApiVersion : RunspaceConnection.EnvironmentApiVersion ?? ApiVersion;

    private ServiceCredential ServiceCredential() => ParameterSetName switch
    {
        CredentialSet => new KeyCredential(PlainText(Credential.Password)),
        AccessTokenSet => new AccessTokenCredential(TokenObject.Read(AccessToken)),
        TokenProviderSet => new TokenProviderCredential(TokenProvider, Clock.System),
        ManagedIdentitySet when !ManagedIdentity => throw new FormatException(
            "-ManagedIdentity:$false leaves no credential: give a -Key, a -Credential, an -AccessToken or a -TokenProvider, or -ManagedIdentity."),
        ManagedIdentitySet => new ManagedIdentityCredential(ClientId, new RetryPolicy(MaximumRetryCount), Clock.System),
        _ => new KeyCredential(PlainText(Key)),
    };

    private WebProxy? WebProxy() => Proxy switch
    {
        null when ProxyCredential is not null => throw new FormatException("-ProxyCredential requires -Proxy."),
        null => null,
        { IsAbsoluteUri: false } or { Scheme: not ("http" or "https") } => throw new FormatException("-Proxy must be an address such as http://proxy.contoso.com:8080."),
        { UserInfo.Length: > 0 } => throw new FormatException("The proxy's address contains a user name or password. Use -ProxyCredential instead."),
        _ => new WebProxy(Proxy) { Credentials = ProxyCredential?.GetNetworkCredential() },
    };

    private static string PlainText(SecureString secret) => new NetworkCredential("", secret).Password;
}
