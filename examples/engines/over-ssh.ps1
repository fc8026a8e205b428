<#
.SYNOPSIS
Spreads the shards of a run over machines: Invoke-Command over SSH.

.DESCRIPTION
Every machine has PowerShell with the module, LANGUAGE_ENDPOINT and LANGUAGE_KEY of its own, and sees the run's folder and the input under the
same path. Machine n of m takes the shards n, n + m, n + 2m …

.PARAMETER Machine
The machines' host names.

.PARAMETER ShardCount
How many shards the run has.

.PARAMETER Run
The run's folder, a full path.

.PARAMETER InputPath
The documents, a full path.

.EXAMPLE
pwsh -NoProfile -File over-ssh.ps1 -Machine one, two -ShardCount 8 -Run /data/run -InputPath /data/documents.jsonl
#>
param(
    [Parameter(Mandatory)] [string[]] $Machine,
    [Parameter(Mandatory)] [int] $ShardCount,
    [Parameter(Mandatory)] [string] $Run,
    [Parameter(Mandatory)] [string] $InputPath
)

$work = {
    param($First, $Step, $ShardCount, $Run, $InputPath)
    $shards = for ($shard = $First; $shard -lt $ShardCount; $shard += $Step) { $shard }
    $what = @{ Kind = 'CustomEntityRecognition'; ProjectName = 'Agreements'; DeploymentName = 'production' }
    Invoke-LanguageJobRun $Run $InputPath @what -ShardCount $ShardCount -Shard $shards
}
$jobs = for ($i = 0; $i -lt $Machine.Count; $i++) {
    Invoke-Command -HostName $Machine[$i] -ScriptBlock $work -ArgumentList $i, $Machine.Count, $ShardCount, $Run, $InputPath -AsJob
}
# A machine that could not be reached, or was lost, has not emitted a run.
$runs = @($jobs | Receive-Job -Wait -AutoRemoveJob)
$codes = @($runs.ExitCode) + @(if ($runs.Count -lt $Machine.Count) { 75 })
exit (64, 73, 75, 4, 3, 0 | Where-Object { $_ -in $codes } | Select-Object -First 1)
