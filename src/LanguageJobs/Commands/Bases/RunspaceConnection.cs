using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>The default connection of a runspace. It belongs to the runspace.</summary>
internal sealed class RunspaceConnection
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceConnection> OfRunspace = new();

    private LanguageConnection? fromEnvironment;
    private (string Endpoint, string Key, string? Version) environment;

    /// <summary>The API version that the environment names in place of the default; null when it names none.</summary>
    public static string? EnvironmentApiVersion => Variable("LANGUAGE_API_VERSION");

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
        if (Variable("LANGUAGE_ENDPOINT") is not { } endpoint || Variable("LANGUAGE_KEY") is not { } key)
            return null;
        var current = (endpoint, key, EnvironmentApiVersion);
        if (fromEnvironment is null || current != environment)
        {
            fromEnvironment = ServiceConnection.Open(endpoint, new KeyCredential(key), current.Item3);
            environment = current;
        }
        return fromEnvironment;
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && value.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
