using LanguageJobs.Emulator.Models;
using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Projects;

/// <summary>Reads the documents and labels of a project, and refuses what no model can be learned from.</summary>
internal sealed class CorpusReader
{
    private readonly string path;
    private readonly TaskKind kind;
    private readonly string[] categories;

    private CorpusReader(string path, TaskKind kind, string[] categories)
    {
        this.path = path;
        this.kind = kind;
        this.categories = categories;
    }

    /// <exception cref="InvalidDataException">A document, a label or a category is not as it must be.</exception>
    public static Corpus Read(string path, ProjectFile file, CancellationToken ct)
    {
        var kind = file.Kind(path);
        if (file.Assets is not { Documents: { } documents } assets)
            throw new InvalidDataException($"'{path}' has neither 'assets.documents' to learn from nor a 'gazetteer' to answer from.");
        var labels = kind == TaskKind.CustomEntityRecognition ? assets.Entities : assets.Classes;
        var reader = new CorpusReader(path, kind, [.. (labels ?? []).Select(label => label.Category).OfType<string>()]);
        var read = documents.Where(document => document.IsLabelled).StoppedBy(ct).Select(reader.ReadDocument);
        return reader.Check(new Corpus(path, file, kind, reader.categories, [.. read]));
    }

    private LabelledText ReadDocument(LabelledDocument document)
    {
        if (string.IsNullOrEmpty(document.Location))
            throw Invalid("has a document without a 'location'");
        var text = ReadText(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, document.Location));
        var read = new LabelledText(document.Location, text, document.IsTest);
        return kind == TaskKind.CustomEntityRecognition
            ? read with { Entities = [.. Entities(document, text).OrderBy(span => span.Start)] }
            : read with { Classes = Classes(document) };
    }

    private string ReadText(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Invalid($"labels '{file}', which does not exist. Put the documents beside the project file, under the names of their 'location'");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Invalid($"labels '{file}', which cannot be read: {e.Message}");
        }
    }

    private string[] Classes(LabelledDocument document)
    {
        var labels = document.Classes ?? (document.Class is { } single ? [single] : []);
        if (kind == TaskKind.CustomSingleLabelClassification && labels.Count != 1)
            throw Invalid($"labels '{document.Location}' with {labels.Count} classes. A single-label project has one class for each document");
        return [.. labels.Select(label => Known(label.Category, document))];
    }

    private IEnumerable<EntitySpan> Entities(LabelledDocument document, string text)
    {
        foreach (var label in (document.Entities ?? []).SelectMany(region => region.Labels ?? []))
        {
            if (label.Offset < 0 || label.Length <= 0 || label.Offset + (long)label.Length > text.Length)
                throw Invalid($"has a label outside the text of '{document.Location}'. Offsets and lengths count UTF-16 code units");
            yield return new EntitySpan(label.Offset, label.Length, Known(label.Category, document), 1);
        }
    }

    private string Known(string? category, LabelledDocument document)
    {
        if (string.IsNullOrEmpty(category))
            throw Invalid($"labels '{document.Location}' without a 'category'");
        return categories.Contains(category) ? category : throw Invalid(
            $"labels '{document.Location}' with '{category}', which is not among the project's categories in 'assets'");
    }

    private Corpus Check(Corpus corpus)
    {
        if (categories.Length < (kind == TaskKind.CustomEntityRecognition ? 1 : 2))
            throw Invalid("has too few categories in 'assets': entities need one, classes two");
        if (corpus.Train.Count == 0)
            throw Invalid("has no labelled documents to learn from. 'dataset' must be Train for some");
        return corpus;
    }

    private InvalidDataException Invalid(string what) => new($"'{path}' {what}.");
}
