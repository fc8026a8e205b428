namespace LanguageJobs.Texts;

/// <summary>Where mentions stand in a text.</summary>
/// <param name="Spans">The place of each in UTF-16; null for one that stands nowhere.</param>
/// <param name="Unit">The unit that the mentions counted in.</param>
/// <param name="LineEnds">How they counted line ends.</param>
internal sealed record TextPlacement(TextSpan?[] Spans, TextUnit Unit, LineEnds LineEnds);
