using System.Management.Automation;

namespace LanguageJobs.Commands;

/// <summary>
/// A command about results from any system. It takes jobs in any form; an object with a DocumentId and a Category is a row and stands for
/// itself, and rows of one document are put together when all have come.
/// </summary>
public abstract class ResultCommand : JobResultCommand
{
    private readonly RowDocuments rows = new();

    internal ResultCommand()
    {
    }

    /// <summary>Processes the remaining jobs, then the rows.</summary>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        Take(rows.TakeAll());
    }

    /// <summary>Deals with documents of rows.</summary>
    private protected virtual void Take(IReadOnlyList<LanguageDocument> documents)
    {
        foreach (var document in documents)
            Take(document);
    }

    private protected override void Process(PSObject? job)
    {
        object? row;
        try
        {
            row = RowObject.Of(job);
        }
        catch (FormatException e)
        {
            WriteError(ScoringErrorRecords.InvalidRow(e, job));
            return;
        }
        switch (row)
        {
            case LanguageEntity entity when MatchesTask(entity.TaskName):
                rows.Add(entity);
                break;
            case LanguageClass item when MatchesTask(item.TaskName):
                rows.Add(item);
                break;
            case null:
                base.Process(job);
                break;
        }
    }
}
