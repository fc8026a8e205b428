<#
.SYNOPSIS
Sends documents in which a model is unsure to Label Studio, and makes training data of what people corrected.

.DESCRIPTION
Without -Reviewed, sends the texts through the model and writes review.json: the documents with a result of at most -MaximumConfidence, with
all their results as predictions. Import that file into Label Studio. Needs LANGUAGE_ENDPOINT and LANGUAGE_KEY in the environment.

With -Reviewed, reads the file that Label Studio exported, and writes training.json: a project with the labels of -Label and the
corrected ones, which the service can import. Needs no connection.

Exit code: 0 when the file was written, 3 when there is nothing to review, 1 when the run ended early.

.EXAMPLE
./review-unsure.ps1 -Folder /data/texts -OutputFolder /data/review -ProjectName Agreements

.EXAMPLE
./review-unsure.ps1 -Reviewed /data/review/reviewed.json -Label /data/project.json -Folder /data/texts -OutputFolder /data/review `
    -ProjectName Agreements -StorageInputContainerName agreements -Language en-us
#>
#Requires -Modules LanguageJobs
[CmdletBinding(DefaultParameterSetName = 'Send')]
param(
    # The texts, one in each file.
    [Parameter(Mandatory)]
    [string] $Folder,

    [Parameter(Mandatory)]
    [string] $OutputFolder,

    [Parameter(Mandatory)]
    [string] $ProjectName,

    [Parameter(ParameterSetName = 'Send')]
    [string] $DeploymentName = 'production',

    [Parameter(ParameterSetName = 'Send')]
    [ValidateSet('CustomEntityRecognition', 'CustomSingleLabelClassification', 'CustomMultiLabelClassification')]
    [string] $Kind = 'CustomEntityRecognition',

    # Documents with a result of at most this score are reviewed.
    [Parameter(ParameterSetName = 'Send')]
    [ValidateRange(0.0, 1.0)]
    [double] $MaximumConfidence = 0.6,

    # Seconds.
    [Parameter(ParameterSetName = 'Send')]
    [int] $Timeout = 3600,

    # The tasks that Label Studio exported, in the format JSON.
    [Parameter(Mandatory, ParameterSetName = 'Return')]
    [string] $Reviewed,

    # The project as the service exported it. Its labels are kept.
    [Parameter(Mandatory, ParameterSetName = 'Return')]
    [string] $Label,

    [Parameter(Mandatory, ParameterSetName = 'Return')]
    [string] $StorageInputContainerName,

    [Parameter(Mandatory, ParameterSetName = 'Return')]
    [string] $Language
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$null = New-Item -ItemType Directory -Path $OutputFolder -Force

if ($PSCmdlet.ParameterSetName -eq 'Send') {
    $model = @{ Kind = $Kind; ProjectName = $ProjectName; DeploymentName = $DeploymentName }
    $review = @{ Format = 'LabelStudio'; TextPath = $Folder; MaximumConfidence = $MaximumConfidence }
    # A document that fails costs no other.
    $file = Start-LanguageJob -Path (Join-Path $Folder '*.txt') @model | Wait-LanguageJob -Timeout $Timeout |
        Export-LanguageLabel (Join-Path $OutputFolder 'review.json') @review -WarningAction Ignore -ErrorAction Continue
    if (-not $file) {
        'Nothing to review.'
        exit 3
    }
    "$(@(Import-LanguageLabel $file.FullName | Group-Object DocumentId -NoElement).Count) documents to review in $($file.Name)."
    exit 0
}

$project = @{ ProjectName = $ProjectName; StorageInputContainerName = $StorageInputContainerName; Language = $Language; Dataset = 'Train' }
$file = Import-LanguageLabel $Reviewed |
    Export-LanguageLabel (Join-Path $OutputFolder 'training.json') -Format Azure -TextPath $Folder -ReferenceLabel $Label @project
"$(@(Import-LanguageLabel $file.FullName | Group-Object Location -NoElement).Count) labelled documents in $($file.Name)."
exit 0
