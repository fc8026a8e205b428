using System.Collections;
using System.Management.Automation;
using LanguageJobs.Service;
using LanguageJobs.Storage;
using LanguageJobs.Wire;

namespace LanguageJobs.Commands;

/// <summary>
/// Starts jobs: packs documents into requests under the service's limits, in the order in which they come, and emits a job for each
/// request that was accepted. A request leaves when it is full, not when the input ends.
/// </summary>
[Cmdlet(
    VerbsLifecycle.Start, "LanguageJob", HelpUri = HelpPages.StartLanguageJob, DefaultParameterSetName = DocumentKindSet, SupportsShouldProcess = true)]
[OutputType(typeof(LanguageJob))]
public sealed class StartLanguageJobCommand : ServiceCommand
{
    private const string DocumentKindSet = "DocumentKind";
    private const string DocumentTaskSet = "DocumentTask";
    private const string PathKindSet = "PathKind";
    private const string PathTaskSet = "PathTask";
    private const string LiteralPathKindSet = "LiteralPathKind";
    private const string LiteralPathTaskSet = "LiteralPathTask";

    private readonly DocumentPacker packer = new();
    private readonly AcceptedJobs accepted = new();
    private readonly ProgressBar bar;
    private InputTask[] tasks = [];
    private int read;

    /// <summary>The documents: texts, files, or objects with a Text and optionally an Id and a Language.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = DocumentKindSet)]
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = DocumentTaskSet)]
    [AllowNull]
    [AllowEmptyString]
    public PSObject?[]? Document { get; set; } = [];

    /// <summary>Files with a document each; a file's name is the document's id. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathKindSet)]
    [Parameter(Mandatory = true, ParameterSetName = PathTaskSet)]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Files with a document each, by their literal paths: no character is treated as a wildcard.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathKindSet)]
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathTaskSet)]
    [Alias("PSPath")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>What to do with the documents.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DocumentKindSet)]
    [Parameter(Mandatory = true, ParameterSetName = PathKindSet)]
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathKindSet)]
    [ValidateSet(
        TaskKinds.CustomEntityRecognition, TaskKinds.CustomSingleLabelClassification, TaskKinds.CustomMultiLabelClassification,
        TaskKinds.EntityRecognition, TaskKinds.PiiEntityRecognition, TaskKinds.EntityLinking, TaskKinds.KeyPhraseExtraction, TaskKinds.SentimentAnalysis,
        TaskKinds.Healthcare, TaskKinds.ExtractiveSummarization, TaskKinds.AbstractiveSummarization)]
    public string Kind { get; set; } = "";

    /// <summary>The project whose model to use. Required for custom kinds, and not accepted for others. Case-sensitive.</summary>
    [Parameter(ParameterSetName = DocumentKindSet)]
    [Parameter(ParameterSetName = PathKindSet)]
    [Parameter(ParameterSetName = LiteralPathKindSet)]
    [ArgumentCompleter(typeof(ProjectNameCompleter))]
    public string? ProjectName { get; set; }

    /// <summary>The deployment of the project. Required for custom kinds, and not accepted for others. Case-sensitive.</summary>
    [Parameter(ParameterSetName = DocumentKindSet)]
    [Parameter(ParameterSetName = PathKindSet)]
    [Parameter(ParameterSetName = LiteralPathKindSet)]
    [ArgumentCompleter(typeof(DeploymentNameCompleter))]
    public string? DeploymentName { get; set; }

    /// <summary>Other parameters of the task, under the service's names: strings, numbers, booleans, arrays and hashtables.</summary>
    [Parameter(ParameterSetName = DocumentKindSet)]
    [Parameter(ParameterSetName = PathKindSet)]
    [Parameter(ParameterSetName = LiteralPathKindSet)]
    [ValidateNotNull]
    public IDictionary? TaskParameter { get; set; }

    /// <summary>Several tasks for the same documents: hashtables with Kind, ProjectName, DeploymentName, Name and TaskParameter.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DocumentTaskSet)]
    [Parameter(Mandatory = true, ParameterSetName = PathTaskSet)]
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathTaskSet)]
    public PSObject[] Task { get; set; } = [];

    /// <summary>The language of documents without a Language, for example <c>en</c>, or <c>auto</c> where the API has it.</summary>
    [Parameter]
    public string? Language { get; set; }

    /// <summary>A name for the jobs, to recognize them later.</summary>
    [Parameter]
    public string? DisplayName { get; set; }

    /// <summary>The unit of offsets and lengths, for all kinds that have them. UTF-16 code units fit <c>.Substring(Offset, Length)</c>.</summary>
    [Parameter]
    public StringIndexType StringIndexType { get; set; } = StringIndexType.Utf16CodeUnit;

    /// <summary>Asks the service not to keep the texts for troubleshooting.</summary>
    [Parameter]
    public SwitchParameter LoggingOptOut { get; set; }

    /// <summary>Prepares the command.</summary>
    public StartLanguageJobCommand() => bar = new ProgressBar(this, "Starting language jobs", TimeSpan.FromSeconds(1));

    /// <summary>Reads the description of the tasks.</summary>
    protected override void BeginProcessing()
    {
        try
        {
            var specification = new TaskSpecification(StringIndexType, LoggingOptOut);
            tasks = Task.Length == 0
                ? [specification.Create(Kind, ProjectName, DeploymentName, name: null, TaskParameter)]
                : Array.ConvertAll(Task, specification.Read);
            TaskSpecification.RequireNames(tasks);
        }
        catch (FormatException e)
        {
            ThrowTerminatingError(ErrorRecords.InvalidTask(e, Task));
        }
    }

    /// <summary>Packs documents, and sends the requests that are full.</summary>
    protected override void ProcessRecord()
    {
        foreach (var file in Path.SelectMany(path => this.ResolveFiles(path, Fail)))
            Add(file, () => ReadFile(file));
        foreach (var file in LiteralPath.SelectMany(path => this.ResolveLiteralFile(path, Fail)))
            Add(file, () => ReadFile(file));
        // A null value is one error, which names the accepted jobs; the engine's own error would not.
        foreach (var document in Document ?? [null])
            Add(document, document?.BaseObject is FileInfo file ? () => ReadFile(file.FullName) : () => TextDocument.Of(document));
    }

    /// <summary>Sends the last request.</summary>
    protected override void EndProcessing()
    {
        Submit(packer.TakeAll());
        bar.End();
    }

    private protected override void ShowProgress() =>
        bar.Show(() => ProgressState.Of(accepted.Count, null, $"jobs accepted, {read} documents read", Holdup));

    private TextDocument ReadFile(string path) => InBackground(() => TextDocument.OfFile(path));

    private void Add(object? source, Func<TextDocument> open)
    {
        read++;
        try
        {
            var document = open();
            if (packer.Add(document.Id, read, document.Text, document.Language ?? Language) is { } full)
                Submit(full);
        }
        catch (DocumentRefusedException e)
        {
            Fail(ErrorRecords.DocumentRefused(e, source));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail(ErrorRecords.FileNotReadable(e, $"{source}"));
        }
        catch (Exception e) when (!ErrorRecords.IsFromEngine(e))
        {
            Fail(ErrorRecords.Of(e, source));
        }
    }

    // One after the other: an accepted job is emitted before the next request is sent, so a consumer that
    // stops early has received every accepted job.
    private void Submit(IReadOnlyList<InputDocument> documents)
    {
        if (documents.Count == 0)
            return;
        var request = new SubmitRequest(DisplayName, documents, tasks);
        var what = documents.Count == 1
            ? $"document {documents[0].Id}"
            : $"{documents.Count} documents ({documents[0].Id} … {documents[documents.Count - 1].Id})";
        if (!ShouldProcess(what, $"Start {string.Join(" and ", tasks.Select(task => task.Kind))} at {FindConnection()?.ToString() ?? "no connection"}"))
            return;
        var submission = SubmitAsync(request);
        try
        {
            Emit(submission, request);
        }
        catch (PipelineStoppedException) when (Stopping)
        {
            StoppedSubmission.Report(Host, submission, request.DocumentIds);
            throw;
        }
    }

    private void Emit(Task<LanguageJob> submission, SubmitRequest request)
    {
        try
        {
            var job = Await(submission);
            accepted.Add(job);
            WriteJob(job);
        }
        catch (FormatException e)
        {
            ThrowTerminatingError(accepted.NameIn(ErrorRecords.InvalidTask(e, request.DocumentIds)));
        }
        catch (Exception e) when (ErrorRecords.IsFatal(e))
        {
            ThrowTerminatingError(accepted.NameIn(ErrorRecords.Of(e, request.DocumentIds)));
        }
        catch (Exception e) when (!ErrorRecords.IsFromEngine(e))
        {
            Fail(ErrorRecords.Of(e, request.DocumentIds));
        }
    }

    private void Fail(ErrorRecord record) => WriteError(StopsAtErrors ? accepted.NameIn(record) : record);

    // A function's own preference variable may be a string.
    private bool StopsAtErrors =>
        LanguagePrimitives.TryConvertTo<ActionPreference>(
            MyInvocation.BoundParameters.TryGetValue("ErrorAction", out var given) ? given : GetVariableValue("ErrorActionPreference"), out var action)
        && action == ActionPreference.Stop;

    // The history gets the job before the pipeline, which may have been stopped in the meantime.
    private async Task<LanguageJob> SubmitAsync(SubmitRequest request)
    {
        var job = await Client.SubmitAsync(request, Cancellation).ConfigureAwait(false);
        JobHistory.Current?.Accept(job, ServiceTime.LastSkew);
        return job;
    }
}
