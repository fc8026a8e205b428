<#
.SYNOPSIS
Works on one shard of a run: what every engine starts, once for each shard.

.DESCRIPTION
LANGUAGE_ENDPOINT and LANGUAGE_KEY name the service. The exit code is the run's: 0 all collected, 3 some documents refused, 4 a person must
decide, 64 wrong arguments, 73 cannot write, 75 come again.

.PARAMETER Shard
The shard, from 0.

.PARAMETER ShardCount
How many shards the run has.

.PARAMETER Run
The run's folder. All machines must see the same folder, or each its own part of it.

.PARAMETER InputPath
The documents.

.EXAMPLE
pwsh -NoProfile -File run-shard.ps1 3 64 run documents.jsonl
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', '', Justification = 'They are used in the hashtable.')]
param(
    [Parameter(Mandatory)] [int] $Shard,
    [Parameter(Mandatory)] [int] $ShardCount,
    [Parameter(Mandatory)] [string] $Run,
    [Parameter(Mandatory)] [string] $InputPath
)

$what = @{
    Path           = $Run
    InputPath      = $InputPath
    Kind           = 'CustomEntityRecognition'
    ProjectName    = 'Agreements'
    DeploymentName = 'production'
    Shard          = $Shard
    ShardCount     = $ShardCount
}
$result = Invoke-LanguageJobRun @what
exit $result.ExitCode
