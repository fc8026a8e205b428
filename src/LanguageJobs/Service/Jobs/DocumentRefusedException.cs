namespace LanguageJobs.Service;

/// <summary>A document that cannot go into a request. Other documents are not affected.</summary>
internal sealed class DocumentRefusedException(DocumentRefusal reason, string message, Exception? inner = null) : FormatException(message, inner)
{
    public DocumentRefusal Reason { get; } = reason;
}

/// <summary>Why a document is refused; each is the id of an error.</summary>
internal enum DocumentRefusal
{
    /// <summary>The object has no text, or something that is not text.</summary>
    InvalidDocument,

    /// <summary>The text is empty.</summary>
    EmptyDocument,

    /// <summary>The text is larger than a request may be.</summary>
    DocumentTooLarge,
}
