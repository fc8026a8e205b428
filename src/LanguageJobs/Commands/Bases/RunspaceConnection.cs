using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using LanguageJobs.Service;
using LanguageJobs.Wire;

namespace LanguageJobs.Commands;

/// <summary>The default connection of a runspace. It belongs to the runspace.</summary>
internal sealed class RunspaceConnection
{
    private const string EndpointVariable = "LANGUAGE_ENDPOINT";
    private const string KeyVariable = "LANGUAGE_KEY";
    private const string VersionVariable = "LANGUAGE_API_VERSION";

    private static readonly ConditionalWeakTable<Runspace, RunspaceConnection> OfRunspace = new();

    private LanguageConnection? fromEnvironment;
    private (string Endpoint, string Key, string? Version) environment;

    /// <summary>The API version that the environment names in place of the default; null when it names none.</summary>
    /// <exception cref="FormatException">The value is not an API version.</exception>
    public static string? EnvironmentApiVersion =>
        Variable(VersionVariable) is { } version ? Checked(VersionVariable, () => ApiVersions.IsAuto(version) ? version : ApiDialect.For(version).Version) : null;

    /// <summary>The connection that Connect-LanguageService made.</summary>
    public LanguageConnection? Default { get; set; }

    public static RunspaceConnection Of(Runspace runspace) => OfRunspace.GetOrCreateValue(runspace);

    /// <summary>The default connection, else the one that the environment describes, else null.</summary>
    /// <exception cref="FormatException">The environment variables are not valid.</exception>
    public LanguageConnection? Find() => Default ?? FromEnvironment();

    /// <summary>Closes a connection and, if it is this runspace's default, removes it.</summary>
    public void Close(LanguageConnection connection)
    {
        connection.Dispose();
        if (connection == Default)
            Default = null;
        if (connection == fromEnvironment)
            fromEnvironment = null;
    }

    private LanguageConnection? FromEnvironment()
    {
        if (Variable(EndpointVariable) is not { } endpoint || Variable(KeyVariable) is not { } key)
            return null;
        var current = (endpoint, key, EnvironmentApiVersion);
        if (fromEnvironment is null || current != environment)
        {
            var credential = Checked(KeyVariable, () => new KeyCredential(key));
            fromEnvironment = Checked(EndpointVariable, () => ServiceConnection.Open(endpoint, credential, current.Item3));
            environment = current;
        }
        return fromEnvironment;
    }

    // The key and the version are checked before the endpoint, so each error names the right variable.
    private static T Checked<T>(string variable, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException e)
        {
            throw new FormatException($"The environment variable {variable} cannot be used. {e.Message}", e);
        }
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && value.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
