using LanguageJobs.Emulator.Models.Classes;
using LanguageJobs.Emulator.Models.Entities;
using LanguageJobs.Emulator.Projects;
using LanguageJobs.Emulator.Submissions;

namespace LanguageJobs.Emulator.Models;

/// <summary>Trains and loads the model that a project's kind asks for.</summary>
internal static class ProjectModel
{
    public static ILearnedModel Train(Corpus corpus) => Train(corpus, corpus.Train);

    public static ILearnedModel Train(Corpus corpus, IReadOnlyList<LabelledText> documents) => corpus.Kind switch
    {
        TaskKind.CustomEntityRecognition => EntityModel.Train(
            corpus.Categories, [.. documents.Select(document => (document.Text, (IReadOnlyList<EntitySpan>)document.Entities))]),
        TaskKind.CustomSingleLabelClassification => SingleLabelModel.Train(
            corpus.Categories, [.. documents.Select(document => (document.Text, document.Classes.Single()))]),
        _ => MultiLabelModel.Train(corpus.Categories, [.. documents.Select(document => (document.Text, document.Classes))]),
    };

    public static ILearnedModel Load(Corpus corpus, BinaryReader reader) => corpus.Kind switch
    {
        TaskKind.CustomEntityRecognition => EntityModel.Load(corpus.Categories, reader),
        TaskKind.CustomSingleLabelClassification => SingleLabelModel.Load(corpus.Categories, reader),
        _ => MultiLabelModel.Load(corpus.Categories, reader),
    };
}
