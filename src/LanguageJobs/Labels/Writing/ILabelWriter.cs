namespace LanguageJobs.Labels;

/// <summary>Writes labelled documents in one format, one after the other.</summary>
internal interface ILabelWriter
{
    /// <summary>Writes a document.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    void Write(LabelledText document);

    /// <summary>Writes what follows the last document.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    void Finish();
}
