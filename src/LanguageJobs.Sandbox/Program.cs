using System.CommandLine;
using LanguageJobs.Sandbox;

var script = new Option<FileInfo>("--script")
{
    Description = "A script to run instead of the first job. LANGUAGE_ENDPOINT and LANGUAGE_KEY are set for it.",
    HelpName = "file",
}.AcceptExistingOnly();
var arguments = new Argument<string[]>("arguments") { Description = "Arguments for the script.", DefaultValueFactory = _ => [] };

var command = new RootCommand("The module, the PowerShell engine and a local service: everything working, with nothing but the .NET SDK.") { script, arguments };
command.SetAction((result, _) => Sandbox.RunAsync(result.GetValue(script), result.GetValue(arguments)!));
return await command.Parse(args).InvokeAsync();
