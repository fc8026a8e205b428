using System.Management.Automation;

namespace LanguageJobs.Tests.Hosting;

/// <summary>What came out of a script.</summary>
public sealed record RunResult(
    PSObject[] Output,
    ErrorRecord[] Errors,
    ErrorRecord? Terminating,
    string[] Verbose,
    string[] Warnings,
    string[] Debug,
    ProgressRecord[] Progress)
{
    /// <summary>The objects of one type; anything else among the output is a failure.</summary>
    public T[] Of<T>() => Array.ConvertAll(Output, item => Assert.IsType<T>(item.BaseObject));

    /// <summary>The one error, terminating or not, and the first part of its id.</summary>
    public (ErrorRecord Record, string Id) SingleError()
    {
        var record = Assert.Single(Terminating is null ? Errors : [.. Errors, Terminating]);
        return (record, Id(record));
    }

    public static string Id(ErrorRecord record) => record.FullyQualifiedErrorId.Split(',')[0];

    /// <summary>The output without wrapping and with nothing gone wrong.</summary>
    public RunResult ThrowIfFailed()
    {
        Assert.Null(Terminating);
        Assert.Empty(Errors);
        return this;
    }
}
