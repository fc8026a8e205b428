namespace LanguageJobs.Labels;

/// <summary>What a format cannot hold, or what the tool that reads it will not take.</summary>
internal enum LabelLoss
{
    /// <summary>Confidence scores.</summary>
    Confidence,

    /// <summary>Entities that were left out because they overlap longer ones.</summary>
    Overlap,

    /// <summary>Entities that overlap others and may be dropped by the reader.</summary>
    OverlapAtReader,

    /// <summary>Entities that begin or end inside a word and are skipped by the reader.</summary>
    PartOfWord,

    /// <summary>Entities that begin or end inside a word, which was split for them.</summary>
    SplitWord,

    /// <summary>Entities that lost blanks at their ends, or consisted of nothing else.</summary>
    Blank,

    /// <summary>Entities without extent.</summary>
    Empty,

    /// <summary>Classes beside the one that a document may have.</summary>
    SurplusClass,

    /// <summary>Labels whose category was written with another name.</summary>
    Category,

    /// <summary>Documents of unknown length.</summary>
    TextLength,
}
