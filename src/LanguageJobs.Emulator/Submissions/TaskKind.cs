namespace LanguageJobs.Emulator.Submissions;

internal enum TaskKind
{
    CustomEntityRecognition,
    CustomSingleLabelClassification,
    CustomMultiLabelClassification,
}
