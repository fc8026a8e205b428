namespace LanguageJobs.Tests.Help;

/// <summary>An example of a help page, and what the page says it shows.</summary>
public sealed record HelpExample(string Command, string Title, string Code, string? Output)
{
    public override string ToString() => $"{Command}: {Title}";
}
