<#
.SYNOPSIS
Writes a copy of every text in a folder with its personal data masked.

.DESCRIPTION
Needs LANGUAGE_ENDPOINT and LANGUAGE_KEY in the environment. Each *.txt file of the folder becomes a file of the same name in the
output folder, in UTF-8. A file that could not be redacted has no copy there, not even an older one; not-redacted.csv says why.

Exit code: 0 when every file was redacted, 2 when not-redacted.csv has some, 1 when the run ended early.

.EXAMPLE
./redact-folder.ps1 -Folder /data/letters -OutputFolder /data/redacted

.EXAMPLE
./redact-folder.ps1 -Folder /data/letters -OutputFolder /data/redacted -Category Email, PhoneNumber
#>
#Requires -Modules LanguageJobs
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Folder,

    [Parameter(Mandatory)]
    [string] $OutputFolder,

    # The service's names of the categories to mask, for example Email, PhoneNumber, Person. Without any, the service chooses.
    [string[]] $Category,

    # Seconds.
    [int] $Timeout = 3600
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

# The ids of the documents that an error is about. One without a document is about all documents of its job.
function Get-DocumentOf([System.Management.Automation.ErrorRecord] $Problem) {
    foreach ($target in $Problem.TargetObject) {
        if ($target -is [LanguageJobs.LanguageJobError] -and $target.DocumentId) { $target.DocumentId }
        elseif ($target.PSObject.Properties['JobId']) { $jobs | Where-Object JobId -EQ $target.JobId | ForEach-Object DocumentIds }
        else { Split-Path -Leaf $target }
    }
}

$output = (New-Item -ItemType Directory -Path $OutputFolder -Force).FullName
$files = @(Get-ChildItem -LiteralPath $Folder -Filter *.txt -File)
$files | ForEach-Object { Join-Path $output $_.Name } | Where-Object { Test-Path -LiteralPath $_ } | ForEach-Object { Remove-Item -LiteralPath $_ }

$task = @{ Kind = 'PiiEntityRecognition' }
if ($Category) { $task.TaskParameter = @{ piiCategories = $Category } }
$quiet = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = '+problems' }
$jobs = @()
$problems = @()
$files | Start-LanguageJob @task @quiet -OutVariable jobs |
    Wait-LanguageJob -Timeout $Timeout @quiet |
    Get-LanguageJobDocument @quiet |
    ForEach-Object { [IO.File]::WriteAllText((Join-Path $output $_.DocumentId), $_.RedactedText) }

$reasons = @{}
foreach ($problem in $problems) {
    Get-DocumentOf $problem | Where-Object { -not $reasons.ContainsKey($_) } | ForEach-Object { $reasons[$_] = "$problem" }
}
$left = @($files | Where-Object { -not (Test-Path -LiteralPath (Join-Path $output $_.Name)) } |
        Select-Object @{ Name = 'File'; Expression = { $_.FullName } },
        @{ Name = 'Reason'; Expression = { if ($reasons.ContainsKey($_.Name)) { $reasons[$_.Name] } else { 'The service gave no result.' } } })
$left | Export-Csv (Join-Path $output 'not-redacted.csv') -NoTypeInformation
"$($files.Count - $left.Count) of $($files.Count) files redacted."
if ($left) { exit 2 }
