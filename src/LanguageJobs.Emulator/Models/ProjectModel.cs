using LanguageJobs.Emulator.Models.Classes;
using LanguageJobs.Emulator.Models.Entities;
using LanguageJobs.Emulator.Projects;
using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Models;

/// <summary>Trains and loads the model that a project's kind asks for.</summary>
internal static class ProjectModel
{
    public static ILearnedModel Train(Corpus corpus, CancellationToken ct) => corpus.Kind switch
    {
        TaskKind.CustomEntityRecognition => EntityModel.Train(
            corpus.Categories, [.. corpus.Train.Select(document => (document.Text, (IReadOnlyList<EntitySpan>)document.Entities))], ct),
        TaskKind.CustomSingleLabelClassification => SingleLabelModel.Train(
            corpus.Categories, [.. corpus.Train.Select(document => (document.Text, document.Classes.Single()))], ct),
        _ => MultiLabelModel.Train(corpus.Categories, [.. corpus.Train.Select(document => (document.Text, document.Classes))], ct),
    };

    public static ILearnedModel Load(Corpus corpus, BinaryReader reader) => corpus.Kind switch
    {
        TaskKind.CustomEntityRecognition => EntityModel.Load(corpus.Categories, reader),
        TaskKind.CustomSingleLabelClassification => SingleLabelModel.Load(corpus.Categories, reader),
        _ => MultiLabelModel.Load(corpus.Categories, reader),
    };
}
