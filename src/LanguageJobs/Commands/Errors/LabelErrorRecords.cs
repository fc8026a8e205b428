using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>The error records about labels that are written.</summary>
internal static class LabelErrorRecords
{
    /// <summary>A format that holds texts, and no texts.</summary>
    public static ErrorRecord TextsMissing(LanguageLabelFormat format) => ErrorRecords.Make(
        new ArgumentException($"The format {format} contains the texts of the documents, and no texts were given."),
        "TextsMissing", ErrorCategory.InvalidArgument, format,
        "Give the texts with -TextPath, or with -Text as objects with an Id and a Text.");

    /// <summary>Classes, and a format for entities.</summary>
    public static ErrorRecord ClassesNotSupported(LanguageLabelFormat format) => ErrorRecords.Make(
        new NotSupportedException($"The format {format} works with entities only, and the labels are classes."),
        "NotSupported", ErrorCategory.NotImplemented, format,
        "Use the format Azure, LabelStudio, Doccano or Spacy.");

    /// <summary>A project that the service would not import.</summary>
    public static ErrorRecord ProjectIncomplete() => ErrorRecords.Make(
        new ArgumentException("The service needs the name, the storage container and the language of a project that it imports."),
        "ProjectIncomplete", ErrorCategory.InvalidArgument, null, "Give -ProjectName, -StorageInputContainerName and -Language.");
}
