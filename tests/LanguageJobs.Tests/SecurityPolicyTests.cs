using System.Text.RegularExpressions;
using LanguageJobs.Tests.Hosting;

namespace LanguageJobs.Tests;

/// <summary>Each claim in SECURITY.md names tests, and they exist.</summary>
public class SecurityPolicyTests
{
    private static readonly string[] Claims =
    [
        .. Regex.Matches(File.ReadAllText(Repository.PathOf("SECURITY.md")), @"^- .*(?:\r?\n  .*)*", RegexOptions.Multiline)
            .Select(match => match.Value),
    ];

    [Fact]
    public void Every_claim_names_a_test_that_exists()
    {
        Assert.True(Claims.Length > 15);
        Assert.All(Claims, claim =>
        {
            var parts = claim.Split("  Tests: ");
            Assert.Equal(2, parts.Length);
            var names = Regex.Matches(parts[1], "`([^`]+)`").Select(match => match.Groups[1].Value).ToArray();
            Assert.NotEmpty(names);
            Assert.All(names, name => Assert.True(Exists(name), name));
        });
    }

    [Theory]
    [InlineData("SecurityPolicyTests.No_such_test")]
    [InlineData("SecurityPolicyTests.Exists")]
    [InlineData("NoSuchTests.Every_claim_names_a_test_that_exists")]
    [InlineData("tests/Pester/Module.Tests.ps1: has no such test")]
    [InlineData("tests/Pester/None.Tests.ps1: has a manifest without faults")]
    public void A_test_that_is_not_there_is_noticed(string name) => Assert.False(Exists(name));

    // Class.Method, or the path of another test file and the title of a test in it.
    private static bool Exists(string name)
    {
        if (name.Split(": ", 2) is [var path, var title])
        {
            var file = Repository.PathOf(path);
            return File.Exists(file) && Regex.IsMatch(File.ReadAllText(file), $@"\b(?:It |test\()'{Regex.Escape(title)}'");
        }
        return name.Split('.') is [var type, var method] && typeof(SecurityPolicyTests).Assembly.GetTypes()
            .Where(candidate => candidate.Name == type)
            .SelectMany(candidate => candidate.GetMethods())
            .Any(candidate => candidate.Name == method && candidate.IsDefined(typeof(FactAttribute), inherit: true));
    }
}
