using System.Text.RegularExpressions;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests.Display;

/// <summary>Where an administrator allows only trusted code, scripts run in constrained language mode: the views show the same there.</summary>
public class LanguageModeTests
{
    private const string Prepare = """
        $jobs = Import-LanguageJob "$examples/*.json"
        $documents = $jobs | Get-LanguageJobDocument -ErrorAction Ignore
        $entities = $jobs | Get-LanguageJobEntity -ErrorAction Ignore
        $job = Import-LanguageJob $examples/agreement-entities.json
        $labels = [pscustomobject]@{ DocumentId = 'agreement-01'; Category = 'Place'; Offset = 186; Length = 9 }
        $scores = $job | Measure-LanguageJob -Label $labels -WarningAction Ignore -ErrorAction Ignore
        $confusions = $job | Measure-LanguageJob -Label $labels -ConfusionMatrix -WarningAction Ignore -ErrorAction Ignore
        $differences = Import-LanguageJob $examples/contracts-2025.json | Compare-LanguageJob $job -WarningAction Ignore -ErrorAction Ignore
        $remembered = $job.psobject.Copy()
        $remembered.psobject.TypeNames.Insert(0, 'LanguageJobs.LanguageJob#History')
        $more = Import-LanguageJob $more | Get-LanguageJobDocument
        """;

    private const string Everything = """
        $jobs | Out-Default
        $jobs.Tasks | Out-Default
        $documents | Out-Default
        $entities | Out-Default
        $more | Out-Default
        $scores | Out-Default
        $confusions | Out-Default
        $differences | Out-Default
        $remembered | Out-Default
        $jobs | Get-LanguageJobClass -ErrorAction Ignore | Out-Default
        $jobs | Get-LanguageJobError | Out-Default
        $job | Show-LanguageJobDocument -WarningAction Ignore -ErrorAction Ignore | Out-Default
        $jobs.ExpiresIn.TotalSeconds
        """;

    [Fact]
    public void Tables()
    {
        var lines = SameInBothModes(formatFile: null);

        Assert.Contains(lines, line => line.StartsWith("   Job: "));
        Assert.Contains(lines, line => line.StartsWith("   Task: agreement terms, Exact match"));
        Assert.Contains(lines, line => Regex.IsMatch(line, @"^Micro +0\.20 +1\.00 +0\.33 +1$"));
        Assert.Contains("  [EUR 12,500](Amount 0.98)", lines);
    }

    [Fact]
    public void Lists()
    {
        using var folder = new TemporaryFile("");

        var lines = SameInBothModes(ViewTests.ListsIn(folder.Folder));

        Assert.Contains(lines, line => line.EndsWith(": keyPhrases: [\"harbour\"]"));
        Assert.Contains(lines, line => Regex.IsMatch(line, "^ReferenceCategory +: Date$"));
    }

    private static string[] SameInBothModes(string? formatFile)
    {
        using var more = new TemporaryFile("""
            {"jobId":"k","status":"succeeded","errors":[],"tasks":{"completed":1,"failed":0,"inProgress":0,"total":1,"keyPhraseExtractionTasks":[
             {"state":"succeeded","results":{"documents":[{"id":"1","keyPhrases":["harbour"],"warnings":[]}],"errors":[]}}]}}
            """);
        var (full, constrained) = (new ScreenHost(80), new ScreenHost(80));
        using var unrestricted = Session(full, formatFile, more.Path);
        using var session = Session(constrained, formatFile, more.Path);

        unrestricted.Run(Everything).ThrowIfFailed();
        session.Run("$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'").ThrowIfFailed();
        var result = session.Run(Everything).ThrowIfFailed();

        Assert.Equal(full.Lines, constrained.Lines);
        Assert.All(result.Output, left => Assert.Equal(0.0, left.BaseObject));
        return full.Lines;
    }

    private static PowerShellSession Session(ScreenHost host, string? formatFile, string more)
    {
        var session = new PowerShellSession(host, formatFile);
        session.With("examples", Repository.PathOf("examples/jobs")).With("more", more).Run(Prepare).ThrowIfFailed();
        return session;
    }
}
