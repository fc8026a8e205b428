<#
.SYNOPSIS
Sums up many jobs in parallel runspaces.

.DESCRIPTION
Needs LANGUAGE_ENDPOINT and LANGUAGE_KEY in the environment. A command of this module reads several jobs at once by itself;
parallel runspaces pay where every job needs work of its own besides. They share one connection, so the request budget holds
for all of them together.

.EXAMPLE
./fan-out.ps1 -JobId (Import-Csv /data/results/jobs.csv).JobId
#>
#Requires -Version 7.0
#Requires -Modules LanguageJobs
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string[]] $JobId,

    [int] $ThrottleLimit = 4
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$connection = Get-LanguageConnection
$module = "$((Get-Module LanguageJobs).ModuleBase)/LanguageJobs.psd1"

$JobId | ForEach-Object -ThrottleLimit $ThrottleLimit -Parallel {
    $ErrorActionPreference = 'Stop'
    Import-Module $using:module

    $job = Get-LanguageJob $_ -Connection $using:connection
    $documents = @($job | Get-LanguageJobDocument -ErrorAction Ignore)
    $scores = @($documents | ForEach-Object { $_.Classes; $_.Entities } | ForEach-Object ConfidenceScore)
    [pscustomobject]@{
        JobId            = $job.JobId
        DisplayName      = $job.DisplayName
        Documents        = $documents.Count
        Rows             = $scores.Count
        LowestConfidence = [Linq.Enumerable]::Min([double[]]($scores + 1.0))
        Errors           = @($job | Get-LanguageJobError).Count
    }
}
