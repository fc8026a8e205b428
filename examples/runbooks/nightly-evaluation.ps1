<#
.SYNOPSIS
Evaluates a model every night, and fails when a category got worse.

.DESCRIPTION
Needs LANGUAGE_ENDPOINT and LANGUAGE_KEY in the environment. Sends the labelled texts through the model, scores what it found, and
compares each category's F1 with scores.csv of the last good night. If none dropped by more than -MaximumDrop, the new scores take the
place of the old ones. Otherwise scores.csv stays, and dropped.csv and mistakes.csv say what to look at.

Exit code: 0 when all is well, 3 when a category dropped, 1 when the run ended early.

.EXAMPLE
./nightly-evaluation.ps1 -Folder /data/test-texts -Label /data/labels.json -OutputFolder /data/scores -ProjectName Agreements
#>
#Requires -Modules LanguageJobs
[CmdletBinding()]
param(
    # The texts, one in each file; the files' names are those of the labels.
    [Parameter(Mandatory)]
    [string] $Folder,

    # The project file that the service exported.
    [Parameter(Mandatory)]
    [string] $Label,

    [Parameter(Mandatory)]
    [string] $OutputFolder,

    [Parameter(Mandatory)]
    [string] $ProjectName,

    [string] $DeploymentName = 'production',

    [ValidateSet('CustomEntityRecognition', 'CustomSingleLabelClassification', 'CustomMultiLabelClassification')]
    [string] $Kind = 'CustomEntityRecognition',

    # How far the F1 of a category may fall.
    [ValidateRange(0.0, 1.0)]
    [double] $MaximumDrop = 0.02,

    # Seconds.
    [int] $Timeout = 3600
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$null = New-Item -ItemType Directory -Path $OutputFolder -Force
$scoresFile = Join-Path $OutputFolder 'scores.csv'

$model = @{ Kind = $Kind; ProjectName = $ProjectName; DeploymentName = $DeploymentName }
$jobs = Start-LanguageJob -Path (Join-Path $Folder '*.txt') @model | Wait-LanguageJob -Timeout $Timeout
$scores = $jobs | Measure-LanguageJob -Label $Label -TextPath $Folder

# Only categories are compared: averages drop when a category does. Numbers in CSV are text, such as 0.95.
$before = @{}
if (Test-Path $scoresFile) { Import-Csv $scoresFile | ForEach-Object { $before[$_.Category] = [double] $_.F1 } }
$scores | Select-Object Category, Average, Support, Precision, Recall, F1
$dropped = @($scores | Where-Object {
        $_.Category -and $before.ContainsKey($_.Category) -and $_.F1 -lt $before[$_.Category] - $MaximumDrop
    } | Select-Object Category, Support, F1, @{ Name = 'Before'; Expression = { $before[$_.Category] } })

if ($dropped) {
    $dropped | Export-Csv (Join-Path $OutputFolder 'dropped.csv')
    $jobs | Compare-LanguageJob -ReferenceLabel $Label -TextPath $Folder -WarningAction Ignore |
        Where-Object { $_.Category -in $dropped.Category -or $_.ReferenceCategory -in $dropped.Category } |
        Export-Csv (Join-Path $OutputFolder 'mistakes.csv')
    $dropped | ForEach-Object { Write-Warning ('{0} dropped from {1:0.00} to {2:0.00}.' -f $_.Category, $_.Before, $_.F1) }
    exit 3
}
$scores | Where-Object Category | Select-Object Category, Support, Precision, Recall, F1 | Export-Csv $scoresFile
exit 0
