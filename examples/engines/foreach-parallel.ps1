<#
.SYNOPSIS
Works on the shards of a run in parallel, in one process: ForEach-Object -Parallel.

.DESCRIPTION
All shards share one connection, so they keep to its request limit together. LANGUAGE_ENDPOINT and LANGUAGE_KEY name the service.

.PARAMETER ShardCount
How many shards the run has.

.PARAMETER Run
The run's folder.

.PARAMETER InputPath
The documents.

.EXAMPLE
pwsh -NoProfile -File foreach-parallel.ps1 8 run documents.jsonl
#>
param(
    [Parameter(Mandatory)] [int] $ShardCount,
    [Parameter(Mandatory)] [string] $Run,
    [Parameter(Mandatory)] [string] $InputPath
)

$connection = Connect-LanguageService $env:LANGUAGE_ENDPOINT -Key $env:LANGUAGE_KEY -PassThru
$what = @{
    Path           = (Join-Path $PWD $Run)
    InputPath      = (Join-Path $PWD $InputPath)
    Kind           = 'CustomEntityRecognition'
    ProjectName    = 'Agreements'
    DeploymentName = 'production'
    ShardCount     = $ShardCount
    Connection     = $connection
}
$codes = 0..($ShardCount - 1) | ForEach-Object -ThrottleLimit 4 -Parallel {
    $arguments = $using:what
    (Invoke-LanguageJobRun @arguments -Shard $_).ExitCode
}
# What is worst counts first.
exit (64, 73, 75, 4, 3, 0 | Where-Object { $_ -in $codes } | Select-Object -First 1)
