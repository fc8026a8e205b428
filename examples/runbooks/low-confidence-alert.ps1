<#
.SYNOPSIS
Raises an alert when a model becomes unsure of itself.

.DESCRIPTION
Needs LANGUAGE_ENDPOINT and LANGUAGE_KEY in the environment. Emits the rows below a confidence score, for a person to look at.
When they are more than a share of all rows, texts have probably changed and the model needs training: that is a warning and
exit code 3, which schedulers and monitors understand.

.EXAMPLE
./low-confidence-alert.ps1 -JobId 8b7d1c52-03ee-4f7a-b6a9-5e2f4c9d7711 -BelowConfidence 0.7
#>
#Requires -Modules LanguageJobs
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string[]] $JobId,

    [ValidateRange(0.0, 1.0)]
    [double] $BelowConfidence = 0.6,

    [ValidateRange(0.0, 1.0)]
    [double] $MaximumShare = 0.1
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$jobs = Get-LanguageJob $JobId
$rows = @($jobs | Get-LanguageJobClass -ErrorAction Ignore) + @($jobs | Get-LanguageJobEntity -ErrorAction Ignore)
$unsure = @($rows | Where-Object ConfidenceScore -LT $BelowConfidence)
$unsure

if ($unsure.Count -gt $MaximumShare * $rows.Count) {
    $PSCmdlet.WriteWarning("$($unsure.Count) of $($rows.Count) rows are below $BelowConfidence.")
    exit 3
}
exit 0
