namespace LanguageJobs.Texts;

/// <summary>Where documents' texts are: in files and folders, or given as they are. A file is read when its document is asked for.</summary>
internal sealed class TextSource
{
    private readonly DocumentIndex<Func<DocumentText>> index = new();
    private string? lastId;
    private DocumentText? lastText;

    /// <summary>Adds a text.</summary>
    public void Add(string id, string text) => index.Add(id, () => new DocumentText(text));

    /// <summary>Adds a file, whose name is the document's id.</summary>
    public void AddFile(string path) => AddFile(path, Path.GetFileName(path));

    /// <summary>Adds the files of a folder and of the folders in it; a document's id is the path from the folder on.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be read.</exception>
    public void AddFolder(string path)
    {
        var root = path.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Length + 1;
        foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
            AddFile(file, file.Substring(root).Replace('\\', '/'));
    }

    /// <summary>The text of a document; null when it is not known.</summary>
    /// <exception cref="AmbiguousDocumentException">The id matches more than one text.</exception>
    /// <exception cref="FormatException">The file is not text.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public DocumentText? Find(string id)
    {
        if (lastId == id)
            return lastText;
        var text = index.Find(id)?.Invoke();
        (lastId, lastText) = (id, text);
        return text;
    }

    private void AddFile(string path, string id) => index.Add(id, () => new DocumentText(TextFile.Read(path), id));
}
