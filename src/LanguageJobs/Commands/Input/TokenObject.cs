using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Security;
using LanguageJobs.Service;

namespace LanguageJobs.Commands;

/// <summary>Reads an access token out of what PowerShell has for one: a text, a SecureString, or an object as Get-AzAccessToken and az emit it.</summary>
internal static class TokenObject
{
    /// <exception cref="FormatException">The object is no token. The message says what it is, never what it holds.</exception>
    public static AccessToken Read(object? value) => Unwrap(value) switch
    {
        null => throw new FormatException("The access token is null."),
        string or SecureString => new AccessToken(PlainText(Unwrap(value)!), null),
        var source => Read(PSObject.AsPSObject(value), source),
    };

    // Get-AzAccessToken has Token and ExpiresOn; az account get-access-token has accessToken, expires_on and expiresOn.
    private static AccessToken Read(PSObject token, object source)
    {
        var secret = ObjectMember.Value(token, "Token") ?? ObjectMember.Value(token, "AccessToken");
        if (secret is not (string or SecureString))
        {
            throw new FormatException(
                $"An object of type {source.GetType().Name} is not an access token. Return a string, a SecureString, or an object with a Token property.");
        }
        return new AccessToken(PlainText(secret), Time(ObjectMember.Value(token, "expires_on")) ?? Time(ObjectMember.Value(token, "ExpiresOn")));
    }

    private static DateTimeOffset? Time(object? value) => value switch
    {
        int or long => DateTimeOffset.FromUnixTimeSeconds(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        DateTimeOffset time => time,
        DateTime time => time,
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var time) => time,
        _ => null,
    };

    private static string PlainText(object secret) => secret as string ?? new NetworkCredential("", (SecureString)secret).Password;

    private static object? Unwrap(object? value) => value is PSObject { BaseObject: var source } ? source : value;
}
