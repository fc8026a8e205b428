namespace LanguageJobs.Scoring;

/// <summary>The counts of one category, or of all of them together.</summary>
internal sealed class Tally
{
    /// <summary>Labels and results of the document that is being counted.</summary>
    public List<Mention> Labels { get; } = [];

    public List<Mention> Results { get; } = [];

    public int LabelCount { get; private set; }

    public int ResultCount { get; private set; }

    public int Correct { get; private set; }

    public int Paired { get; private set; }

    public int Missed => LabelCount - Paired;

    public int Spurious => ResultCount - Paired;

    /// <summary>Counts the document and prepares for the next one. True when exactly its labels were found.</summary>
    public bool Count(LanguageMatch match)
    {
        var (paired, correct) = (0, 0);
        foreach (var (l, r) in Pairing.Pair(Labels, Results, match))
        {
            paired++;
            if (match.IsCorrect(Labels[l], Results[r]))
                correct++;
        }
        var isRight = correct == Labels.Count && correct == Results.Count;
        LabelCount += Labels.Count;
        ResultCount += Results.Count;
        Paired += paired;
        Correct += correct;
        Labels.Clear();
        Results.Clear();
        return isRight;
    }
}
