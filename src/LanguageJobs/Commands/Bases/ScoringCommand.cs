namespace LanguageJobs.Commands;

/// <summary>A command that compares results with labels or other results.</summary>
public abstract class ScoringCommand : TextResultCommand
{
    internal ScoringCommand()
    {
    }

    private protected abstract void TakeFailure(LanguageJobError failure);

    // A failed document is part of the score. A failed task or job leaves nothing to score, which is an error.
    private protected override void Take(LanguageJobError error)
    {
        if (error.Scope == LanguageErrorScope.Document)
            TakeFailure(error);
        else
            base.Take(error);
    }
}
