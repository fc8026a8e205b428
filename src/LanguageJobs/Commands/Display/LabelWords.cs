using LanguageJobs.Labels;

namespace LanguageJobs.Commands;

/// <summary>Describes what an export left out or changed.</summary>
internal static class LabelWords
{
    public static string Of(LabelLoss loss, LanguageLabelFormat format) => loss switch
    {
        LabelLoss.Confidence => $"Confidence scores left out because the format {format} does not contain them",
        LabelLoss.Overlap => $"Entities left out because they overlap longer ones, which the format {format} does not allow",
        LabelLoss.OverlapAtReader => "Overlapping entities, which Doccano drops unless the project allows overlapping spans",
        LabelLoss.PartOfWord =>
            "Entities that begin or end inside a word or with a blank, which spaCy skips unless char_span uses an alignment_mode",
        LabelLoss.SplitWord => "Entities that begin or end inside a word, which was split",
        LabelLoss.Blank => "Entities whose leading or trailing blanks were removed",
        LabelLoss.Empty => "Entities left out because their length is 0",
        LabelLoss.SurplusClass =>
            "Classes left out because a document of a single-label project has only one. The one with the highest confidence was kept",
        LabelLoss.Category => "Labels whose category has blanks, which were replaced by '_'",
        _ => "Documents without a text, whose offsets were taken as UTF-16 code units and whose region ends with the last entity. "
            + "Give the texts with -TextPath or -Text",
    };
}
