<#
.SYNOPSIS
Fetches the results of jobs that were started earlier, by this machine or another.

.DESCRIPTION
Needs LANGUAGE_ENDPOINT and LANGUAGE_KEY in the environment, and a CSV file with a column JobId. Waits for jobs that still run.
Writes entities.csv, classes.csv and failed.csv. The service keeps results for 24 hours: a job that is older is reported.

Exit code: 0 when all is well, 2 when something failed (see failed.csv), 1 when the run ended early.

.EXAMPLE
./resume-jobs.ps1 -JobsFile /data/results/jobs.csv -OutputFolder /data/results
#>
#Requires -Modules LanguageJobs
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $JobsFile,

    [Parameter(Mandatory)]
    [string] $OutputFolder,

    # Seconds.
    [int] $Timeout = 3600
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$null = New-Item -ItemType Directory -Path $OutputFolder -Force
$jobs = Import-Csv $JobsFile | Wait-LanguageJob -Timeout $Timeout -ErrorVariable lost -ErrorAction SilentlyContinue

# Good rows and errors go into different files.
$jobs | Get-LanguageJobEntity -ErrorAction Ignore | Export-Csv (Join-Path $OutputFolder 'entities.csv')
$jobs | Get-LanguageJobClass -ErrorAction Ignore | Export-Csv (Join-Path $OutputFolder 'classes.csv')

$failed = @($jobs | Get-LanguageJobError)
$failed += $lost | ForEach-Object {
    $target = $_.TargetObject
    $jobId = if ($target.PSObject.Properties['JobId']) { $target.JobId } else { "$target" }
    [pscustomobject]@{ JobId = $jobId; TaskName = $null; DocumentId = $null; Scope = 'Job'; Code = $_.FullyQualifiedErrorId.Split(',')[0]; Message = "$_"; Target = $null }
}
$failed | Export-Csv (Join-Path $OutputFolder 'failed.csv')

Write-Output "$(@($jobs).Count) jobs read, $($failed.Count) errors."
exit $(if ($failed) { 2 } else { 0 })
