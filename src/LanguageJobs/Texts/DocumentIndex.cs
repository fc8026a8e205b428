namespace LanguageJobs.Texts;

/// <summary>
/// Finds documents by their ids, even if only one side has folders or extensions: a job's <c>01</c> is the
/// file <c>agreements/01.txt</c>. Names are compared as they are, then without extensions, without folders, and without both; upper and lower case
/// count.
/// </summary>
/// <typeparam name="T">What is known of a document.</typeparam>
internal sealed class DocumentIndex<T> where T : class
{
    private static readonly Func<string, string>[] Forms = [id => id, WithoutExtension, WithoutFolders, id => WithoutExtension(WithoutFolders(id))];

    // Which form of an id is looked for among which form of the documents': an extension may be missing on either side, or be another one.
    private static readonly (int Id, int Document)[] Comparisons = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (2, 3), (3, 2), (3, 3)];

    private readonly List<(string Id, T Document)> documents = [];
    private readonly NameIndex?[] indexes = new NameIndex?[Forms.Length];
    private int lastForm;

    /// <summary>Adds a document.</summary>
    public void Add(string id, T document)
    {
        documents.Add((id, document));
        Array.Clear(indexes, 0, indexes.Length);
    }

    /// <summary>The document of an id; null when there is none.</summary>
    /// <exception cref="AmbiguousDocumentException">Several have the id in the first form that any has.</exception>
    public T? Find(string id)
    {
        foreach (var comparison in Comparisons)
        {
            var index = indexes[comparison.Document] ??= new NameIndex(documents.ConvertAll(document => Forms[comparison.Document](document.Id)));
            var found = index.Find(Forms[comparison.Id](id));
            if (found.Length > 1)
                throw new AmbiguousDocumentException(id, Array.ConvertAll(found, i => documents[i].Id));
            if (found.Length == 1)
            {
                lastForm = comparison.Document;
                return documents[found[0]].Document;
            }
        }
        return null;
    }

    /// <summary>A document's id in the form in which the last one was found, which is how the other side writes it.</summary>
    public string AsFound(string id) => Forms[lastForm](id);

    // A dot and letters or digits, one letter at least: 'agreement 1.2' has no extension.
    private static string WithoutExtension(string id)
    {
        var dot = id.LastIndexOf('.');
        if (dot <= 0 || dot == id.Length - 1)
            return id;
        var hasLetter = false;
        for (var i = dot + 1; i < id.Length; i++)
        {
            if (!char.IsLetterOrDigit(id[i]))
                return id;
            hasLetter |= char.IsLetter(id[i]);
        }
        return hasLetter ? id.Substring(0, dot) : id;
    }

    private static string WithoutFolders(string id) => id.Substring(id.LastIndexOfAny(['/', '\\']) + 1);

    /// <summary>Where names occur in a list. Most occur once, so those that occur again are chained and no name has a list of its own.</summary>
    private sealed class NameIndex
    {
        private const int None = -1;

        private readonly Dictionary<string, int> last = new(StringComparer.Ordinal);
        private readonly int[] previous;

        public NameIndex(List<string> names)
        {
            previous = new int[names.Count];
            for (var i = 0; i < names.Count; i++)
            {
                previous[i] = last.TryGetValue(names[i], out var before) ? before : None;
                last[names[i]] = i;
            }
        }

        public int[] Find(string name)
        {
            var found = new Stack<int>();
            for (var i = last.TryGetValue(name, out var end) ? end : None; i != None; i = previous[i])
                found.Push(i);
            return [.. found];
        }
    }
}
