using System.Text.Json;

namespace LanguageJobs.Wire;

/// <summary>The lists of the authoring API ([S] analyze-text authoring): <c>{value: […], nextLink}</c>. Its addresses are the same for all jobs' versions.</summary>
internal static class AuthoringBody
{
    private const string Version = "api-version=2023-04-01";

    public static string ProjectsPath => $"language/authoring/analyze-text/projects?{Version}";

    public static string DeploymentsPath(string project) =>
        $"language/authoring/analyze-text/projects/{Uri.EscapeDataString(project)}/deployments?{Version}";

    /// <summary>Reads a page of a list of projects or deployments.</summary>
    /// <exception cref="WireFormatException">It is not such a list.</exception>
    public static AuthoringPage Read(ReadOnlySpan<byte> utf8)
    {
        var entries = new List<AuthoringEntry>();
        string? nextLink = null;
        var reader = new WireReader(utf8, new StringPool());
        try
        {
            reader.EnterObject();
            while (reader.NextMember())
            {
                if (reader.Is("nextLink"u8))
                    nextLink = reader.Text();
                else if (!reader.Is("value"u8))
                    reader.Skip();
                else if (reader.EnterArray())
                    ReadEntries(ref reader, entries);
            }
            reader.End();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw reader.Explain(e);
        }
        return new AuthoringPage([.. entries], nextLink);
    }

    private static void ReadEntries(ref WireReader reader, List<AuthoringEntry> entries)
    {
        while (reader.NextElement())
        {
            string? name = null, about = null;
            reader.EnterObject();
            while (reader.NextMember())
            {
                if (reader.Is("projectName"u8) || reader.Is("deploymentName"u8)) name = reader.Text();
                else if (reader.Is("projectKind"u8) || reader.Is("modelId"u8)) about = reader.Text();
                else reader.Skip();
            }
            if (name is not null)
                entries.Add(new AuthoringEntry(name, about));
        }
    }
}
