using LanguageJobs.Service;
using LanguageJobs.Storage;

namespace LanguageJobs.Mono;

/// <summary>What has to work; each check returns what it saw and throws when that is wrong.</summary>
internal static class Checks
{
    private const string Job = "/text/analytics/v3.2-preview.2/analyze/jobs/j";

    public static string ExportedTypes() => $"{typeof(LanguageJob).Assembly.GetExportedTypes().Length} types";

    public static string Read(string file)
    {
        var job = new JobArchive().Read(file).Single();
        return $"{job}, {job.Tasks.Sum(task => task.Documents.Length)} documents";
    }

    public static string Client()
    {
        using var server = new LocalServer(
            (Job + "?$top=50", Page("1", $",\"@nextLink\":\"{Job}?$skip=1\"")),
            (Job + "?$skip=1", Page("2", "")));
        var job = Get(server);
        var ids = string.Join(" ", job.Tasks[0].Documents.Select(document => document.DocumentId));
        return ids == "1 2" && server.Keys == "k k" ? $"{job}, documents {ids}" : throw new InvalidDataException($"{ids}; keys {server.Keys}");
    }

    public static string CutOff()
    {
        using var server = new LocalServer((Job + "?$top=50", Page("1", "").Substring(0, 150)));
        try
        {
            throw new InvalidDataException($"{Get(server)}");
        }
        catch (LanguageServiceException e) when (e.Failure == ServiceFailure.InvalidResponse)
        {
            return e.Message;
        }
    }

    // System.Numerics.Vectors is left out: Mono has its own, as .NET Framework has.
    public static string StagedFiles(string folder)
    {
        var loaded = AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => assembly.GetName().Name is "System.Text.Json" or "System.Text.Encodings.Web" or "System.Memory" or "System.Buffers"
                or "System.Runtime.CompilerServices.Unsafe")
            .ToArray();
        var strangers = loaded.Where(assembly => Path.GetDirectoryName(assembly.Location) != folder).ToArray();
        if (strangers.Length > 0 || !loaded.Any(assembly => assembly.GetName().Name == "System.Text.Json"))
            throw new InvalidDataException($"loaded from elsewhere: {string.Join(", ", strangers.Select(assembly => assembly.Location))}");
        return string.Join(", ", loaded.Select(assembly => $"{assembly.GetName().Name} {assembly.GetName().Version}"));
    }

    private static LanguageJob Get(LocalServer server)
    {
        using var connection = ServiceConnection.Open(server.Endpoint, new KeyCredential("k"));
        return new JobClient(connection, new ServiceLog()).GetJobAsync(new JobAddress("j", null, null), false, CancellationToken.None).GetAwaiter().GetResult();
    }

    private static string Page(string documentId, string link) => $$$"""
        {"jobId":"j","status":"succeeded","errors":[],"tasks":{"completed":1,"failed":0,"inProgress":0,"total":1,"customEntityRecognitionTasks":[
         {"state":"succeeded","results":{"documents":[{"id":"{{{documentId}}}","entities":[],"warnings":[]}],"errors":[]}}]}{{{link}}} }
        """;
}
