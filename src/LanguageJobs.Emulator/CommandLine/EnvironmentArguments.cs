using System.CommandLine;

namespace LanguageJobs.Emulator.CommandLine;

/// <summary>Takes options from the environment: LANGUAGE_EMULATOR_RATE_LIMIT is --rate-limit, unless the command line has it.</summary>
internal static class EnvironmentArguments
{
    private const string Prefix = "LANGUAGE_EMULATOR_";

    public static string VariableOf(Option option) => Prefix + option.Name.TrimStart('-').Replace('-', '_').ToUpperInvariant();

    /// <param name="given">The command line.</param>
    /// <param name="options">The options that the environment may set.</param>
    /// <param name="read">Reads an environment variable.</param>
    /// <returns>Further arguments, to be put behind those of the command line.</returns>
    public static List<string> For(ParseResult given, IEnumerable<Option> options, Func<string, string?> read)
    {
        var arguments = new List<string>();
        foreach (var option in options.Where(option => given.GetResult(option) is null or { Implicit: true }))
        {
            if (read(VariableOf(option)) is { Length: > 0 } value)
                arguments.AddRange([option.Name, .. option.AllowMultipleArgumentsPerToken ? value.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [value]]);
        }
        return arguments;
    }
}
