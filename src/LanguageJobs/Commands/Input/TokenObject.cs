using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Security;
using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>Reads an access token out of what PowerShell has for one: a text, a SecureString, or an object as Get-AzAccessToken emits it.</summary>
internal static class TokenObject
{
    /// <exception cref="FormatException">The object is no token. The message says what it is, never what it holds.</exception>
    public static AccessToken Read(object? value) => Unwrap(value) switch
    {
        null => throw new FormatException("The access token is null."),
        string or SecureString => new AccessToken(PlainText(Unwrap(value)!), null),
        var source => Read(PSObject.AsPSObject(value), source),
    };

    private static AccessToken Read(PSObject token, object source)
    {
        if (Unwrap(token.Properties["Token"]?.Value) is not (string or SecureString) || Unwrap(token.Properties["Token"].Value) is not { } secret)
        {
            throw new FormatException(
                $"An object of type {source.GetType().Name} is not an access token. Return a string, a SecureString, or an object with a Token property.");
        }
        return new AccessToken(PlainText(secret), Time(Unwrap(token.Properties["ExpiresOn"]?.Value)));
    }

    private static DateTimeOffset? Time(object? value) => value switch
    {
        DateTimeOffset time => time,
        DateTime time => time,
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var time) => time,
        _ => null,
    };

    private static string PlainText(object secret) => secret as string ?? new NetworkCredential("", (SecureString)secret).Password;

    private static object? Unwrap(object? value) => value is PSObject { BaseObject: var source } ? source : value;
}
