using System.Text.Json;

namespace LanguageJobs.Labels;

/// <summary>
/// Reads the project files of the service, from its first preview on. The documents are read one by one, so a large file costs little more than
/// its bytes and its labels. The version of a file is not looked at: users and documents write any date there.
/// </summary>
internal sealed class AzureProject
{
    private readonly List<LanguageLabel> labels = [];
    private readonly AzureDocument document;
    private string? kind;
    private bool hasDocuments;
    private bool isProject;

    private AzureProject() => document = new AzureDocument(labels);

    /// <exception cref="LabelFormatException">The bytes are no JSON, or not those of a project.</exception>
    public static LabelFile Read(ReadOnlySpan<byte> utf8)
    {
        var project = new AzureProject();
        JsonItems.Of(utf8, project.ReadObject);
        return project.Finish();
    }

    // The object of the file, and that of its assets; the oldest files are bare assets.
    private void ReadObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new LabelFormatException("The JSON is not a project: it is not an object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "metadata":
                    isProject = true;
                    var metadata = JsonElement.ParseValue(ref reader);
                    SetKind(metadata.Text("projectKind", "modelType"));
                    break;
                case "projectKind":
                    SetKind(JsonMembers.Expect(JsonElement.ParseValue(ref reader), JsonValueKind.String, "the text of projectKind").GetString());
                    break;
                case "assets":
                    isProject = true;
                    ReadObject(ref reader);
                    break;
                case "entityNames":
                    document.SetEntityNames(JsonElement.ParseValue(ref reader));
                    break;
                case "documents":
                    ReadDocuments(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    private void ReadDocuments(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new LabelFormatException("The JSON is not a project: its documents are not a list.");
        hasDocuments = true;
        for (var number = 1; reader.Read() && reader.TokenType != JsonTokenType.EndArray; number++)
        {
            var json = JsonElement.ParseValue(ref reader);
            try
            {
                document.Read(json);
            }
            catch (LabelFormatException e)
            {
                throw new LabelFormatException($"Document {number}{Named(json)} cannot be read: {e.Message}", e);
            }
        }
    }

    private void SetKind(string? name)
    {
        if (name is { Length: > 0 })
            kind = LabelKinds.Normalize(name);
    }

    private LabelFile Finish()
    {
        if (!hasDocuments)
        {
            throw new LabelFormatException(isProject
                ? "The project has no documents: it was exported without its assets."
                : "The JSON is not a project that the service exported: it has no documents.");
        }
        document.NameEntities();
        if (kind is not null && document.Kind is not null && LabelKinds.AreClasses(kind) != LabelKinds.AreClasses(document.Kind))
            throw new LabelFormatException($"The project is of kind {kind}, and its documents have labels of {document.Kind}.");
        return new LabelFile(kind ?? document.Kind, labels);
    }

    private static string Named(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("location", out var location) ? $" ({location})" : "";
}
