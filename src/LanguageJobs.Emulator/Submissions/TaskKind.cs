namespace LanguageJobs.Emulator.Submissions;

/// <summary>The kinds of tasks that can be asked for. The custom ones are the kinds of projects.</summary>
internal enum TaskKind
{
    CustomEntityRecognition,
    CustomSingleLabelClassification,
    CustomMultiLabelClassification,
    PiiEntityRecognition,
}
