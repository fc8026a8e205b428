using System.Management.Automation;
using System.Management.Automation.Language;

namespace LanguageJobs.Commands;

/// <summary>Something that an argument can be completed to, and what to say about it.</summary>
internal readonly record struct Completion(string Value, string About)
{
    /// <summary>The completion as it stands on the command line: in quotes where PowerShell would read a bare word as something else.</summary>
    public CompletionResult ToResult() => new(
        IsBareWord(Value) ? Value : $"'{CodeGeneration.EscapeSingleQuotedStringContent(Value)}'",
        Value,
        CompletionResultType.ParameterValue,
        About);

    private static bool IsBareWord(string text) =>
        Parser.ParseInput($"command {text}", out _, out var errors).EndBlock.Statements is [PipelineAst { PipelineElements: [CommandAst command] }]
        && errors.Length == 0
        && command.CommandElements is [_, StringConstantExpressionAst { StringConstantType: StringConstantType.BareWord } word]
        && word.Value == text;
}
