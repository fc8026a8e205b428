using LanguageJobs.Service;

namespace LanguageJobs.Runs;

/// <summary>A document of the input. Its text is read when it is asked for: most documents of a file belong to other shards or are done already.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Language">Its language; null where the input does not say.</param>
/// <param name="ReadText">
/// Reads the text. Throws a <see cref="DocumentRefusedException"/> where there is none, and an <see cref="IOException"/> or an
/// <see cref="UnauthorizedAccessException"/> where it cannot be read.
/// </param>
internal sealed record RunDocument(string Id, string? Language, Func<string> ReadText);
