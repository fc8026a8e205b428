using System.Collections.ObjectModel;

namespace LanguageJobs;

/// <summary>The ids of a job's documents, in the order of the request. As text they are one line, which a CSV file can hold.</summary>
public sealed class LanguageDocumentIds : ReadOnlyCollection<string>
{
    internal LanguageDocumentIds(IList<string> ids) : base(ids)
    {
    }

    /// <summary>The ids, separated by commas.</summary>
    public override string ToString() => string.Join(", ", this);
}
