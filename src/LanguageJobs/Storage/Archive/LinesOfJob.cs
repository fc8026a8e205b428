namespace LanguageJobs.Storage;

/// <summary>Puts a job together from its JSON lines.</summary>
internal sealed class LinesOfJob(string jobId)
{
    private readonly LanguageJob job = new(new JobIdentity { JobId = jobId }) { IsWhole = true, Status = "succeeded" };
    private readonly List<LanguageJobError> errors = [];
    private readonly List<TaskLines> tasks = [];

    public string JobId => jobId;

    public void Add(DocumentLine line)
    {
        if (line.Status == DocumentLine.Unfinished)
            job.Status = "running";
        else if (line.TaskKind is not null)
            Task(line).Add(line);
        else if (line.Error is { } error)
            errors.Add(new LanguageJobError(job.Identity) { Code = error.Code, Message = error.Message });
    }

    public LanguageJob ToJob()
    {
        job.Tasks = [.. tasks.Select(task => task.ToTask())];
        job.Errors = [.. errors];
        job.Total = job.Tasks.Length;
        job.Failed = job.Tasks.Count(task => JobStatus.IsFailed(task.Status));
        job.Completed = job.Total - job.Failed;
        if (job.IsFinished && job.Failed + errors.Count > 0)
            job.Status = job.Completed > 0 ? "partiallyCompleted" : "failed";
        return job;
    }

    // Mostly there is just one task.
    private TaskLines Task(DocumentLine line)
    {
        var task = tasks.Find(task => task.Has(line));
        if (task is null)
            tasks.Add(task = new TaskLines(NewTask(line)));
        return task;
    }

    private LanguageTask NewTask(DocumentLine line) => new(new TaskIdentity(job.Identity) { Kind = line.TaskKind!, Name = line.TaskName })
    {
        ProjectName = line.ProjectName,
        DeploymentName = line.DeploymentName,
        ModelVersion = line.ModelVersion,
    };

    private sealed class TaskLines(LanguageTask task)
    {
        private readonly List<LanguageDocument> documents = [];
        private readonly List<LanguageJobError> errors = [];

        public bool Has(DocumentLine line) =>
            (task.Kind, task.Name, task.ProjectName, task.DeploymentName, task.ModelVersion)
            == (line.TaskKind!, line.TaskName, line.ProjectName, line.DeploymentName, line.ModelVersion);

        public void Add(DocumentLine line)
        {
            var error = line.Error ?? default;
            if (line.Status != DocumentLine.Failed)
            {
                line.Document.Identity.Task = task.Identity;
                documents.Add(line.Document);
            }
            else if (line.Document.DocumentId is { } id)
                errors.Add(LanguageJobError.OfDocument(task.Identity, id, error.Code, error.Message, error.Target));
            else
                errors.Add(LanguageJobError.OfTask(task.Identity, error.Code, error.Message, error.Target));
        }

        public LanguageTask ToTask()
        {
            task.Documents = [.. documents];
            task.Errors = [.. errors];
            task.Status = errors.Exists(error => error.Scope == LanguageErrorScope.Task) ? "failed" : "succeeded";
            return task;
        }
    }
}
