using LanguageJobs.Commands;

namespace LanguageJobs.Mono;

/// <summary>
/// Reads saved jobs and asks a local server for one, in a process that has no System.Text.Json of its own: what is missing comes
/// from the staged module, through the module's own resolver. Writes one line a check, and ends with 1 when one failed.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        var module = Path.GetFullPath(arguments[0]);
        try
        {
            Check("public types load before the module's resolver is there", Checks.ExportedTypes);
            new Import().Run();
            foreach (var file in Directory.GetFiles(arguments[1], "*.json"))
                Check($"{Path.GetFileName(file)} is read", () => Checks.Read(file));
            Check("a job is read from a server, in two pages, with its key", Checks.Client);
            Check("an answer that is cut off is explained", Checks.CutOff);
            Check("System.Text.Json and its closure are the staged files", () => Checks.StagedFiles(Path.Combine(module, "net472")));
        }
        catch (Exception e)
        {
            Console.WriteLine($"failed: {e}");
            return 1;
        }
        return 0;
    }

    private static void Check(string what, Func<string> check) => Console.WriteLine($"ok: {what}: {check()}");

    // In a class of its own, so that the module is loaded no earlier than it runs.
    private sealed class Import
    {
        public void Run() => new ModuleImport().OnImport();
    }
}
