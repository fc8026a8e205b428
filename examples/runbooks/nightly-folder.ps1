<#
.SYNOPSIS
Sends a folder of texts through a model and saves the results as CSV.

.DESCRIPTION
Needs LANGUAGE_ENDPOINT and LANGUAGE_KEY in the environment. Every accepted job is written to jobs.csv at once, so that a run
that was cut off can be finished with resume-jobs.ps1, and nothing is sent twice.

Exit code: 0 when all is well, 2 when something failed (see failed.csv), 1 when the run ended early.

.EXAMPLE
./nightly-folder.ps1 -Folder /data/agreements -OutputFolder /data/results -ProjectName Agreements
#>
#Requires -Modules LanguageJobs
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Folder,

    [Parameter(Mandatory)]
    [string] $OutputFolder,

    [Parameter(Mandatory)]
    [string] $ProjectName,

    [string] $DeploymentName = 'production',

    [ValidateSet('CustomEntityRecognition', 'CustomSingleLabelClassification', 'CustomMultiLabelClassification')]
    [string] $Kind = 'CustomEntityRecognition',

    # Seconds.
    [int] $Timeout = 3600
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$null = New-Item -ItemType Directory -Path $OutputFolder -Force
$jobsFile = Join-Path $OutputFolder 'jobs.csv'

# A document that the service would refuse is one error; the others are sent.
$model = @{ Kind = $Kind; ProjectName = $ProjectName; DeploymentName = $DeploymentName }
Start-LanguageJob -Path (Join-Path $Folder '*.txt') @model -ErrorVariable refused -ErrorAction SilentlyContinue |
    Select-Object JobId, OperationLocation, @{ Name = 'Documents'; Expression = { $_.DocumentIds -join ';' } } |
    Export-Csv $jobsFile
$refused | ForEach-Object { Write-Warning "Not sent: $_" }

& (Join-Path $PSScriptRoot 'resume-jobs.ps1') -JobsFile $jobsFile -OutputFolder $OutputFolder -Timeout $Timeout
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
if ($refused) { exit 2 }
