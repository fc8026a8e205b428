# Prints what the module finds in some files: a row for each entity, and the redacted text of each file, tabs between the columns.
param([string] $Endpoint, [string] $Key, [string] $ApiVersion, [string] $Files)
$ErrorActionPreference = 'Stop'
Connect-LanguageService $Endpoint -Key $Key -ApiVersion $ApiVersion
$job = Start-LanguageJob -Path $Files -Kind PiiEntityRecognition -Language en | Wait-LanguageJob -PollInterval 0.1
$job | Get-LanguageJobEntity | ForEach-Object { $_.DocumentId, $_.Category, $_.Text, $_.Offset, $_.Length, $_.ConfidenceScore -join "`t" }
$job | Get-LanguageJobDocument | ForEach-Object { $_.DocumentId, $_.RedactedText -join "`t" }
