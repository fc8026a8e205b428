namespace LanguageJobs.Texts;

/// <summary>How line ends count. They differ where a text was counted with other line ends than it has here.</summary>
internal enum LineEnds
{
    /// <summary>CR LF is two units and LF is one, as they stand in the text.</summary>
    AsTheyAre,

    /// <summary>CR LF is one unit: the text was counted with LF, or in text elements that join the two.</summary>
    CrLfIsOne,

    /// <summary>LF is two units: the text was counted with CR LF.</summary>
    LfIsTwo,
}
