using LanguageJobs.Emulator.Faults;
using LanguageJobs.Emulator.Jobs;
using LanguageJobs.Emulator.Projects;

namespace LanguageJobs.Emulator;

/// <summary>Changes what a running emulator does. The control endpoints under <c>/_emulator</c> offer the same to other processes.</summary>
public sealed class EmulatorControl
{
    private readonly EmulatedService service;

    internal EmulatorControl(EmulatedService service) => this.service = service;

    /// <summary>The time by the emulator's clock.</summary>
    public DateTimeOffset Now => service.Clock.GetUtcNow();

    /// <summary>How far the clock was moved ahead.</summary>
    public TimeSpan ClockAhead => service.Clock.Ahead;

    /// <summary>The newest 1,000 requests of clients, oldest first.</summary>
    public IReadOnlyList<RequestRecord> Requests => service.Recent.All;

    /// <summary>The faults that are still to be met.</summary>
    public IReadOnlyList<PlannedFault> Faults => service.Faults.All;

    /// <summary>The failures that are still to come.</summary>
    public IReadOnlyList<PlannedFailure> Failures => service.Failures.All;

    /// <summary>The projects that tasks can name.</summary>
    public IReadOnlyList<EmulatorProject> Projects =>
        [.. service.Projects.All.Select(project => new EmulatorProject(project.Name, project.Kind.ToString(), project.Deployments))];

    /// <summary>The jobs that can be read, oldest first.</summary>
    public IReadOnlyList<EmulatorJob> Jobs => [.. service.Jobs.All.OrderBy(job => job.Timeline.Start).Select(job => new EmulatorJob(
        job.Id, job.DisplayName, job.Timeline.Start, job.Timeline.End, service.Counters.Polls.GetValueOrDefault(job.Id)))];

    /// <summary>Puts everything back to how it was after the start: counters, requests, faults, failures, clock, jobs and projects.</summary>
    public void Reset() => service.Reset();

    /// <summary>Moves the clock ahead: jobs finish and expire, and the rate limit's minute passes.</summary>
    /// <param name="time">How far.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public void AdvanceClock(TimeSpan time) => service.Clock.Advance(time);

    /// <summary>Lets the next requests meet a fault. Several plans are met one after the other.</summary>
    /// <param name="fault">The fault.</param>
    /// <exception cref="ArgumentException">It names no fault or two, or its count or status is out of range.</exception>
    public void Plan(PlannedFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (fault.Kind is null == fault.Status is null)
            throw new ArgumentException("A planned fault needs either a kind ('fault') or a 'status'.");
        if (fault.Kind is { } kind && !FaultNames.IsOne(kind))
            throw new ArgumentException("A planned fault is of exactly one kind.");
        if (fault.Count < 1 || fault.Status is < 200 or > 599)
            throw new ArgumentException("The 'count' of a planned fault is at least 1, and its 'status' is from 200 to 599.");
        service.Faults.Add(fault);
    }

    /// <summary>Forgets all planned faults.</summary>
    public void ClearFaults() => service.Faults.Clear();

    /// <summary>Lets a document, a task or a job fail.</summary>
    /// <param name="failure">Which one, and how.</param>
    /// <exception cref="ArgumentException">It names none of them or several, or its count is less than 1.</exception>
    public void Plan(PlannedFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        if (new[] { failure.Document, failure.Task, failure.Job }.Count(name => name is not null) != 1)
            throw new ArgumentException("A planned failure needs exactly one of 'document', 'task' and 'job'.");
        if (failure.Count < 1)
            throw new ArgumentException("The 'count' of a planned failure is at least 1.");
        if (failure.Job is not null && service.Jobs.Find(failure.Job) is SubmittedJob job)
            job.Fail(JobFailures.Error(failure, "job"));
        else
            service.Failures.Add(failure);
    }

    /// <summary>Forgets all planned failures.</summary>
    public void ClearFailures() => service.Failures.Clear();

    /// <summary>Adds a project that answers from lists of phrases, in place of one with the same name.</summary>
    /// <param name="project">The project.</param>
    /// <exception cref="ArgumentException">Its kind is unknown, or it has no phrases.</exception>
    public void LoadProject(GazetteerProject project) => service.Projects.Put(GazetteerProjects.Create(project));

    /// <summary>Adds the projects of a folder or of a file, in place of those with the same names. Learning them may take a while.</summary>
    /// <param name="path">The folder or file.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>A task that ends when the projects can be asked.</returns>
    /// <exception cref="InvalidDataException">There is no project, or one cannot be read.</exception>
    public async Task LoadProjectsAsync(string path, CancellationToken ct = default)
    {
        foreach (var project in await service.ReadProjects(path, ct))
            service.Projects.Put(project);
    }

    /// <summary>Adds a finished job as the service answers it, in place of one with the same id.</summary>
    /// <param name="body">The body of the service's answer.</param>
    /// <returns>The job's id: the body's own, or a new one.</returns>
    /// <exception cref="InvalidDataException">The body is not one of a job.</exception>
    public string LoadJob(string body)
    {
        var job = SavedJobBody.Parse(body, "The body");
        var id = SavedJobBody.IdOf(job) ?? Guid.NewGuid().ToString();
        service.Add(id, job);
        return id;
    }
}
