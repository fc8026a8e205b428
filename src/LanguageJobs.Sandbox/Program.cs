using System.CommandLine;
using LanguageJobs.Sandbox;

var script = new Option<FileInfo>("--script")
{
    Description = "A script to run instead of the first job. LANGUAGE_ENDPOINT and LANGUAGE_KEY are set for it.",
    HelpName = "file",
}.AcceptExistingOnly();
var noService = new Option<bool>("--no-service")
{
    Description = "Starts no local service: the script uses the one that LANGUAGE_ENDPOINT and LANGUAGE_KEY name.",
};
var arguments = new Argument<string[]>("arguments") { Description = "Arguments for the script.", DefaultValueFactory = _ => [] };

var command = new RootCommand("The module, the PowerShell engine and a local service: everything working, with nothing but the .NET SDK.") { script, noService, arguments };
command.Validators.Add(result =>
{
    if (result.GetValue(noService) && result.GetValue(script) is null)
        result.AddError("--no-service needs a --script.");
});
command.SetAction((result, _) => result.GetValue(noService)
    ? Task.FromResult(Sandbox.RunScript(result.GetValue(script)!, result.GetValue(arguments)!))
    : Sandbox.RunAsync(result.GetValue(script), result.GetValue(arguments)!));
// A script that is asked to end by a signal ends as in pwsh, and not when it is done.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
