using System.Management.Automation;
using System.Net;

namespace LanguageJobs.Commands;

/// <summary>Lets a parameter of type SecureString take a plain string as well.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretAttribute : ArgumentTransformationAttribute
{
    /// <summary>Makes a secure string of a string; leaves everything else as it is.</summary>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject { BaseObject: var value } ? value : inputData) is string text
            ? new NetworkCredential("", text).SecurePassword
            : inputData;
}
