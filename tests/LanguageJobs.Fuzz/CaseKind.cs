namespace LanguageJobs.Fuzz;

/// <summary>What a case is about. Each kind is one check of a run, however many cases it has.</summary>
internal enum CaseKind
{
    Bodies,
    Pages,
    Lines,
    Answers,
}
