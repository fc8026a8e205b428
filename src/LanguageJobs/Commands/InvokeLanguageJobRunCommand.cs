using System.Collections;
using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using LanguageJobs.Runs;
using LanguageJobs.Service;
using LanguageJobs.Wire;

namespace LanguageJobs.Commands;

/// <summary>
/// Runs any number of documents through the service: sends them, waits and collects the results into a folder, all at the same time. The same
/// command again goes on where it was interrupted.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "LanguageJobRun", HelpUri = HelpPages.InvokeLanguageJobRun, DefaultParameterSetName = KindSet, SupportsShouldProcess = true)]
[OutputType(typeof(LanguageJobRun))]
public sealed class InvokeLanguageJobRunCommand : LanguageCommand
{
    private const string KindSet = "Kind";
    private const string TaskSet = "Task";
    private const int DefaultThrottleLimit = 500;

    // A little longer than a submission that is under way has to be answered.
    private static readonly TimeSpan LongestFarewell = AttemptTime.LongestFarewell + TimeSpan.FromSeconds(2);

    private readonly ProgressBar bar;
    private readonly Stopwatch time = new();
    private readonly List<ErrorRecord> errors = [];
    private RunWork? work;

    /// <summary>The folder of the run. It is made where there is none.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The documents: files with a document each, .jsonl, .ndjson and .csv files with many, and folders of such files. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] InputPath { get; set; } = [];

    /// <summary>What to do with the documents.</summary>
    [Parameter(Mandatory = true, ParameterSetName = KindSet)]
    [ValidateSet(
        TaskKinds.CustomEntityRecognition, TaskKinds.CustomSingleLabelClassification, TaskKinds.CustomMultiLabelClassification,
        TaskKinds.EntityRecognition, TaskKinds.PiiEntityRecognition, TaskKinds.EntityLinking, TaskKinds.KeyPhraseExtraction, TaskKinds.SentimentAnalysis,
        TaskKinds.Healthcare, TaskKinds.ExtractiveSummarization, TaskKinds.AbstractiveSummarization)]
    public string Kind { get; set; } = "";

    /// <summary>The project whose model to use. Custom kinds need it, the others take none. Upper and lower case count.</summary>
    [Parameter(ParameterSetName = KindSet)]
    [ArgumentCompleter(typeof(ProjectNameCompleter))]
    public string? ProjectName { get; set; }

    /// <summary>The deployment of the project. Custom kinds need it, the others take none. Upper and lower case count.</summary>
    [Parameter(ParameterSetName = KindSet)]
    [ArgumentCompleter(typeof(DeploymentNameCompleter))]
    public string? DeploymentName { get; set; }

    /// <summary>Other parameters of the task, under the service's names: strings, numbers, booleans, arrays and hashtables.</summary>
    [Parameter(ParameterSetName = KindSet)]
    [ValidateNotNull]
    public IDictionary? TaskParameter { get; set; }

    /// <summary>Several tasks for the same documents: hashtables with Kind, ProjectName, DeploymentName, Name and TaskParameter.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TaskSet)]
    public PSObject[] Task { get; set; } = [];

    /// <summary>The shards that this process works on, from 0; without it all of them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateRange(0, int.MaxValue)]
    public int[]? Shard { get; set; }

    /// <summary>How many shards the run has. The first command decides; without it, 1.</summary>
    [Parameter]
    [ValidateRange(1, 99_999)]
    public int? ShardCount { get; set; }

    /// <summary>The connections; each works on a shard of its own. Without them the runspace's default, then the one that the environment describes.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public LanguageConnection[]? Connection { get; set; }

    /// <summary>Sends unsure or purged documents again. It asks before, since they may be paid for twice.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public RunResubmission[]? Resubmit { get; set; }

    /// <summary>Sends documents again without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>The language of documents that do not say their own, for example <c>en</c>, or <c>auto</c> where the API has it.</summary>
    [Parameter]
    public string? Language { get; set; }

    /// <summary>A name for the jobs; the service shows it and does nothing else with it.</summary>
    [Parameter]
    public string? DisplayName { get; set; }

    /// <summary>The unit of offsets and lengths, for all kinds that have them. UTF-16 code units fit <c>.Substring(Offset, Length)</c>.</summary>
    [Parameter]
    public StringIndexType StringIndexType { get; set; } = StringIndexType.Utf16CodeUnit;

    /// <summary>Asks the service not to keep the texts for troubleshooting.</summary>
    [Parameter]
    public SwitchParameter LoggingOptOut { get; set; }

    /// <summary>The number of jobs in flight for each shard that is worked on.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    public int ThrottleLimit { get; set; } = DefaultThrottleLimit;

    /// <summary>Prepares the command.</summary>
    public InvokeLanguageJobRunCommand() => bar = new ProgressBar(this, "Running language jobs", TimeSpan.FromSeconds(1));

    /// <summary>Works on the run. Whatever happens, it emits one run, before its errors: they may end the script.</summary>
    protected override void EndProcessing()
    {
        var run = Run();
        WriteObject(run);
        foreach (var note in RunNotes.Of(run))
            WriteWarning(note);
        foreach (var error in errors)
            WriteError(error);
    }

    private protected override void ShowProgress()
    {
        if (work is not null)
            bar.Show(Progress);
    }

    private LanguageJobRun Run()
    {
        var folder = Path;
        try
        {
            folder = this.ResolveNewItem(Path);
            return Prepare(new RunFolder(folder)) is { } settings ? Run(settings) : new LanguageJobRun(folder) { ExitCode = RunExitCode.BadArguments };
        }
        catch (Exception e) when (!ErrorRecords.IsFromEngine(e))
        {
            errors.Add(RunErrorRecords.Of(e, folder));
            return new LanguageJobRun(folder) { ExitCode = RunErrorRecords.ExitCode(e) };
        }
    }

    // Null where an error says what is wrong.
    private RunSettings? Prepare(RunFolder folder)
    {
        if (ReadTasks() is not { } tasks || ReadInput() is not { } input)
            return null;
        var (files, hash) = Await(System.Threading.Tasks.Task.Run(input.Summarize, Cancellation));
        var first = PlanFile.Find(folder);
        var plan = new RunPlan
        {
            Created = DateTimeOffset.UtcNow,
            Input = input.Patterns,
            Files = files,
            InputHash = hash,
            Tasks = TaskText.Of(tasks),
            Language = Language,
            Shards = ShardCount ?? first?.Shards ?? 1,
        };
        first?.Require(plan, folder);
        if (Shard?.Max() is { } last && last >= plan.Shards)
            throw new RunException(RunFailure.NoSuchShard, $"There is no shard {last}: the run has {plan.Shards}, and they count from 0.", last);
        return new RunSettings(folder, plan, input, tasks) { DisplayName = DisplayName, Window = ThrottleLimit };
    }

    private InputTask[]? ReadTasks()
    {
        try
        {
            var specification = new TaskSpecification(StringIndexType, LoggingOptOut);
            InputTask[] tasks = Task.Length == 0
                ? [specification.Create(Kind, ProjectName, DeploymentName, name: null, TaskParameter)]
                : Array.ConvertAll(Task, specification.Read);
            TaskSpecification.RequireNames(tasks);
            return tasks;
        }
        catch (FormatException e)
        {
            errors.Add(ErrorRecords.InvalidTask(e, Task));
            return null;
        }
    }

    private RunInput? ReadInput()
    {
        var files = new RunFiles();
        foreach (var path in InputPath)
            files.Add(this, path, errors.Add);
        return errors.Count == 0 ? new RunInput(InputPath, files.All, path => TextDocument.OfFile(path).Text) : null;
    }

    private LanguageJobRun Run(RunSettings settings)
    {
        int[] shards = Shard is null ? [.. Enumerable.Range(0, settings.Plan.Shards)] : [.. Shard.Distinct()];
        if (!ShouldSend(settings, shards))
            return new LanguageJobRun(settings.Folder.Path) { ShardCount = settings.Plan.Shards };
        settings = settings with { Clients = [.. FindConnections().Select(connection => new JobClient(connection, Log))] };
        if (Resubmit is not null)
        {
            settings = settings with { Resubmit = [.. Resubmit.Select(which => which == RunResubmission.Unsure ? RequestState.Unsure : RequestState.Purged).Distinct()] };
            if (!ShouldResubmit(settings, shards))
                return RunReader.Read(settings.Folder);
        }
        PlanFile.Agree(settings.Folder, settings.Plan);
        return Work(settings, shards);
    }

    private LanguageJobRun Work(RunSettings settings, int[] shards)
    {
        work = new RunWork(settings, shards);
        time.Start();
        var running = work.RunAsync(Cancellation);
        try
        {
            Await(running.ContinueWith(ended => ended.Exception, TaskScheduler.Default));
        }
        finally
        {
            // A worker that is stopped writes down what became of the requests that were under way.
            if (!running.IsCompleted)
                System.Threading.Tasks.Task.WaitAny([running], LongestFarewell);
            bar.End();
        }
        if (running.IsCanceled)
            throw new PipelineStoppedException();
        errors.AddRange(work.Failures.Select(failure => RunErrorRecords.Of(failure, settings.Folder.Path)));
        return work.ToRun();
    }

    private LanguageConnection[] FindConnections() => Connection ?? (RunspaceConnection.Of(Runspace.DefaultRunspace).Find() is { } connection
        ? [connection]
        : throw new NotConnectedException());

    // What would be sent is counted only for those who ask: it takes as long as to read the whole input.
    private bool ShouldSend(RunSettings settings, int[] shards)
    {
        var what = IsQuestion ? Describe(Await(System.Threading.Tasks.Task.Run(() => RunEstimate.Of(settings, shards, Cancellation), Cancellation))) : "the documents";
        return ShouldProcess(settings.Folder.Path, $"Send {what} with {string.Join(" and ", settings.Tasks.Select(task => task.Kind))}");
    }

    private bool IsQuestion => IsOn("WhatIf") || IsOn("Confirm") || GetVariableValue("WhatIfPreference") is true or SwitchParameter { IsPresent: true }
        || GetVariableValue("ConfirmPreference") is ConfirmImpact.Low or ConfirmImpact.Medium;

    private bool IsOn(string name) => MyInvocation.BoundParameters.TryGetValue(name, out var value) && value is SwitchParameter { IsPresent: true };

    private static string Describe(RunEstimate estimate) => FormattableString.Invariant(
        $"{estimate.Documents:N0} documents in {estimate.Requests:N0} requests ({estimate.Records:N0} records of 1,000 characters)");

    private bool ShouldResubmit(RunSettings settings, int[] shards)
    {
        if (Force || PlanFile.Find(settings.Folder) is null)
            return true;
        var chosen = RunReader.Read(settings.Folder).Shards.Where(shard => shards.Contains(shard.Shard)).ToArray();
        var count = chosen.Sum(shard => (settings.Resubmit.Contains(RequestState.Unsure) ? shard.Unsure : 0) + (settings.Resubmit.Contains(RequestState.Purged) ? shard.Purged : 0));
        if (count == 0)
            return true;
        try
        {
            return ShouldContinue(
                FormattableString.Invariant($"{count:N0} documents were sent before, and the service may have counted them. They are sent again, and may be billed twice. Continue?"),
                "Send documents again");
        }
        catch (Exception e) when (e is HostException or PSInvalidOperationException or NotImplementedException)
        {
            errors.Add(RunErrorRecords.NobodyToAsk(e, settings.Folder.Path));
            return false;
        }
    }

    private ProgressState Progress()
    {
        var share = work!.Share;
        var settled = work.Settled;
        var rate = settled / Math.Max(time.Elapsed.TotalMinutes, 0.01);
        var text = FormattableString.Invariant($"{settled:N0} documents collected, {rate:N0} a minute");
        var left = share is > 0.01 and < 1 ? time.Elapsed.TotalSeconds * (1 - share) / share : -1;
        return new ProgressState(work.Holdup is { } holdup ? $"{text}; {holdup}" : text, (int)(100 * Math.Min(share, 1)), (int)Math.Min(left, int.MaxValue));
    }
}
