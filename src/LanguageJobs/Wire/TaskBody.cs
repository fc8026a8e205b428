namespace LanguageJobs.Wire;

/// <summary>
/// Reads one task: <c>taskName</c> or <c>name</c>, <c>status</c> or <c>state</c>, and its results where it has any (a failed
/// task has none). One reader serves all tasks of a job, so that its lists are made once.
/// </summary>
internal sealed class TaskBody(JobIdentity job)
{
    private readonly List<LanguageDocument> documents = [];
    private readonly List<LanguageJobError> errors = [];
    private readonly DocumentBody documentBody = new();

    public LanguageTask Read(ref WireReader reader, string kind)
    {
        var task = Begin();
        string? taskName = null, name = null, status = null, state = null;
        DateTimeOffset? updated = null, update = null;

        if (reader.EnterObject())
        {
            while (reader.NextMember())
            {
                if (reader.Is("kind"u8)) kind = reader.Word() ?? kind;
                else if (reader.Is("taskName"u8)) taskName = reader.Word();
                else if (reader.Is("name"u8)) name = reader.Word();
                else if (reader.Is("status"u8)) status = reader.Word();
                else if (reader.Is("state"u8)) state = reader.Word();
                else if (reader.Is("lastUpdatedDateTime"u8)) updated = reader.Time();
                else if (reader.Is("lastUpdateDateTime"u8)) update = reader.Time();
                else if (reader.Is("results"u8)) ReadResults(ref reader, task);
                else if (reader.Is("errors"u8)) ReadTaskErrors(ref reader, task);
                else reader.Skip();
            }
        }

        task.Identity.Kind = TaskKinds.Normalize(kind);
        task.Identity.Name = taskName ?? name;
        task.Status = status ?? state;
        task.LastUpdateDateTime = updated ?? update;
        return End(task);
    }

    /// <summary>Reads the results of a health job of v3.x, which has no tasks: they are those of one task without a name.</summary>
    public LanguageTask ReadHealth(ref WireReader reader)
    {
        var task = Begin();
        task.Identity.Kind = TaskKinds.Healthcare;
        ReadResults(ref reader, task);
        return End(task);
    }

    private LanguageTask Begin()
    {
        documents.Clear();
        errors.Clear();
        return new LanguageTask(new TaskIdentity(job));
    }

    private LanguageTask End(LanguageTask task)
    {
        task.Documents = [.. documents];
        task.Errors = [.. errors];
        return task;
    }

    private void ReadResults(ref WireReader reader, LanguageTask task)
    {
        if (!reader.EnterObject())
            return;
        while (reader.NextMember())
        {
            if (reader.Is("documents"u8) || reader.Is("conversations"u8)) ReadDocuments(ref reader, task);
            else if (reader.Is("errors"u8)) ReadDocumentErrors(ref reader, task);
            else if (reader.Is("statistics"u8)) task.Statistics = StatisticsBody.Read(ref reader);
            else if (reader.Is("projectName"u8)) task.ProjectName = reader.Word();
            else if (reader.Is("deploymentName"u8)) task.DeploymentName = reader.Word();
            else if (reader.Is("modelVersion"u8)) task.ModelVersion = reader.Word();
            else reader.Skip();
        }
    }

    private void ReadDocuments(ref WireReader reader, LanguageTask task)
    {
        if (!reader.EnterArray())
            return;
        while (reader.NextElement())
            documents.Add(documentBody.Read(ref reader, task.Identity));
    }

    private void ReadDocumentErrors(ref WireReader reader, LanguageTask task)
    {
        if (!reader.EnterArray())
            return;
        while (reader.NextElement())
        {
            if (!reader.EnterObject())
                continue;
            string? id = null;
            ErrorBody error = default;
            while (reader.NextMember())
            {
                if (reader.Is("id"u8)) id = reader.Word();
                else if (reader.Is("error"u8)) error = ErrorBody.Read(ref reader);
                else reader.Skip();
            }
            errors.Add(LanguageJobError.OfDocument(task.Identity, id, error.Code, error.Message, error.Target));
        }
    }

    private void ReadTaskErrors(ref WireReader reader, LanguageTask task)
    {
        if (!reader.EnterArray())
            return;
        while (reader.NextElement())
        {
            var error = ErrorBody.Read(ref reader);
            errors.Add(LanguageJobError.OfTask(task.Identity, error.Code, error.Message, error.Target));
        }
    }
}
