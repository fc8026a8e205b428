using LanguageJobs.Labels;
using LanguageJobs.Scoring;
using LanguageJobs.Texts;
using static LanguageJobs.Tests.Scoring.Notation;

namespace LanguageJobs.Tests.Scoring;

/// <summary>Which results are held against which labels.</summary>
public class EvaluationTests
{
    private static readonly EvaluationOptions Exact = new();

    [Fact]
    public void Jobs_are_pooled_by_the_kind_and_name_of_their_tasks()
    {
        var rows = Score(Exact, Labelled(("1", "A 0+1"), ("2", "A 0+1")),
            Document(Entities, "1", "A 0+1", "x", "j1"), Document(Entities, "2", "A 0+1", "x", "j2"), Document(Entities, "1", "B 0+1", "y", "j2"));

        Assert.Equal([("x", 1.0), ("y", 0.0)], rows.Where(row => row.Average == LanguageAverage.Micro).Select(row => (row.TaskName, row.F1)));
        Assert.All(rows, row => Assert.Equal(Entities, row.TaskKind));
    }

    [Fact]
    public void Only_tasks_that_fit_the_labels_are_scored()
    {
        var rows = Score(Exact, Labelled(("1", "A 0+1")), Document(SingleLabel, "1", "A"), Document("KeyPhraseExtraction", "1", ""), Document(Entities, "1", "A 0+1"));

        Assert.Equal([Entities], rows.Select(row => row.TaskKind).Distinct());
        Assert.Equal(1, rows.Row("Micro").F1);
    }

    [Fact]
    public void Rows_of_a_system_that_names_no_kind_fit_by_what_they_are()
    {
        var rows = Score(Exact, Labelled(("1", "A 0+1")), Document("", "1", "A 0+1"), Document("", "2", "A"));

        Assert.Equal(1, rows.Row("Micro").F1);
        Assert.All(rows, row => Assert.Null(row.TaskKind));
    }

    [Fact]
    public void Labels_and_results_of_two_kinds_are_an_error_that_says_so()
    {
        var e = Assert.Throws<NoDocumentMatchesException>(() => Score(Exact, Labelled(("1", "A")), Document(Entities, "1", "A 0+1")));

        Assert.Equal("The labels are classes, but there are no results of that kind.", e.Message);
        Assert.False(e.IsAboutIds);
    }

    [Fact]
    public void Ids_that_have_nothing_in_common_are_an_error_that_names_both_sides()
    {
        var e = Assert.Throws<NoDocumentMatchesException>(() => Score(Exact, Labelled(("a", "A"), ("b", "A")), Document(SingleLabel, "1", "A")));

        Assert.Equal("None of the documents with results ('1') is labelled. The labelled documents are 'a', 'b'.", e.Message);
        Assert.True(e.IsAboutIds);
    }

    [Fact]
    public void A_document_of_two_jobs_is_an_error_that_names_both()
    {
        var e = Assert.Throws<DuplicateDocumentException>(() =>
            Score(Exact, Labelled(("1", "A")), Document(SingleLabel, "1", "A", jobId: "j1"), Document(SingleLabel, "1", "A", jobId: "j2")));

        Assert.Equal("Document '1' has results from two jobs, j1 and j2.", e.Message);
    }

    [Fact]
    public void Two_documents_that_match_one_label_are_an_error_that_names_both()
    {
        var e = Assert.Throws<DuplicateDocumentException>(() =>
            Score(Exact, Labelled(("a.txt", "A")), Document(SingleLabel, "x/a.txt", "A"), Document(SingleLabel, "y/a.txt", "A")));

        Assert.Equal("Documents 'x/a.txt' in job j and 'y/a.txt' in job j both match the document 'a.txt'.", e.Message);
    }

    [Fact]
    public void An_id_that_matches_two_labelled_documents_is_an_error() => Assert.Throws<AmbiguousDocumentException>(() =>
        Score(Exact, Labelled(("x/a.txt", "A"), ("y/a.txt", "A")), Document(SingleLabel, "a.txt", "A")));

    [Fact]
    public void Documents_that_only_one_side_has_are_noted()
    {
        var notes = Evaluate(Exact, Labelled(("1", "A"), ("2", "A")), Document(SingleLabel, "1", "A"), Document(SingleLabel, "9", "A")).Notes;

        Assert.Equal(["2"], notes.Missing);
        Assert.Equal(["9"], notes.Unknown);
    }

    [Fact]
    public void A_failed_document_is_missed_unless_another_job_has_results_for_it()
    {
        var evaluation = new Evaluation(Labelled(("1", "A"), ("2", "A"), ("3", "A")), Exact, _ => null);
        var task = new TaskIdentity(new JobIdentity { JobId = "j" }) { Kind = SingleLabel };
        evaluation.Add(LanguageJobError.OfDocument(task, "1", "InvalidDocument", null, null));
        evaluation.Add(LanguageJobError.OfDocument(task, "2", "InvalidDocument", null, null));
        evaluation.Add(Document(SingleLabel, "2", "A", jobId: "retry"));
        evaluation.Add(Document(SingleLabel, "3", "A"));
        evaluation.Finish();

        Assert.Equal((2, 1), (evaluation.Scores().Row("A").TruePositives, evaluation.Scores().Row("A").FalseNegatives));
        Assert.Equal(["1"], evaluation.Notes.Failed);
        Assert.Empty(evaluation.Notes.Missing);
    }

    [Fact]
    public void A_dataset_is_scored_alone_and_the_others_are_no_strangers()
    {
        var labels = new LabelSet();
        foreach (var (id, dataset) in new[] { ("1", "Train"), ("2", "Test"), ("3", null) })
            labels.Add(new LanguageLabel { DocumentId = id, Category = "A", Dataset = dataset });

        var evaluation = Evaluate(new EvaluationOptions { Dataset = "test" }, labels, Document(SingleLabel, "1", "B"), Document(SingleLabel, "2", "A"));

        Assert.Equal((1, 1.0), (evaluation.Scores().Row("Micro").Support, evaluation.Scores().Row("Micro").F1));
        Assert.Empty(evaluation.Notes.Unknown.Concat(evaluation.Notes.Missing));
    }

    [Fact]
    public void Where_no_label_names_a_dataset_all_are_scored()
    {
        var rows = Score(new EvaluationOptions { Dataset = "Test" }, Labelled(("1", "A")), Document(SingleLabel, "1", "A"));

        Assert.Equal(1, rows.Row("Micro").Support);
    }

    [Fact]
    public void Offsets_of_any_unit_are_held_against_labels_in_utf16()
    {
        const string Text = "🎉 Ines\r\nowes Ola";
        var labels = Labelled(("1", "Person 3+4, Person 14+3"));
        var evaluation = new Evaluation(labels, Exact, _ => new DocumentText(Text));
        var document = Document(Entities, "1", "Person 2+4, Person 12+3");
        (document.Entities[0].Text, document.Entities[1].Text) = ("Ines", "Ola");
        evaluation.Add(document);
        evaluation.Finish();

        Assert.Equal(1, evaluation.Scores().Row("Person").F1);
        Assert.Empty(evaluation.Notes.UnplacedResults);
    }

    [Theory]
    [InlineData("A 0+4, A 10+5, B 20+4, B 30+7", false)]
    [InlineData("A 1+4, A 12+5, B 23+4, B 34+7", true)]
    [InlineData("A 0+4, A 10+5, B 22+4, B 32+7", false)]
    [InlineData("A 40+9, A 50+8, B 60+7, B 70+6", false)]
    public void Offsets_that_are_all_a_little_off_are_noticed(string results, bool expected) => Assert.Equal(
        expected, Evaluate(Exact, Labelled(("1", "A 0+4, A 10+5, B 20+4, B 30+7")), Document(Entities, "1", results)).HasShiftedOffsets);

    [Fact]
    public void What_stands_nowhere_in_the_text_is_noted()
    {
        var evaluation = new Evaluation(Labelled(("1", "Person 3+4"), ("2", "Person 90+4")), Exact, _ => new DocumentText("To Ines"));
        foreach (var id in new[] { "1", "2" })
        {
            var document = Document(Entities, id, "Person 0+4");
            document.Entities[0].Text = "Ines";
            evaluation.Add(document);
        }

        Assert.Equal(["1", "2"], evaluation.Notes.UnplacedResults);
        Assert.Equal(["2"], evaluation.Notes.UnplacedLabels);
    }
}
