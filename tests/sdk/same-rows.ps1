# Prints the module's rows for some files: id, category, text, offset, length and score, a row a line, tabs between them.
param([string] $Endpoint, [string] $Key, [string] $ApiVersion, [string] $Kind, [string] $ProjectName, [string] $Files)
$ErrorActionPreference = 'Stop'
$env:LANGUAGEJOBS_HISTORY = 'off'
Connect-LanguageService $Endpoint -Key $Key -ApiVersion $ApiVersion
$job = Start-LanguageJob -Path $Files -Kind $Kind -ProjectName $ProjectName -DeploymentName production -Language en | Wait-LanguageJob -PollInterval 0.1
$job | Get-LanguageJobEntity | ForEach-Object { $_.DocumentId, $_.Category, $_.Text, $_.Offset, $_.Length, $_.ConfidenceScore -join "`t" }
$job | Get-LanguageJobClass | ForEach-Object { $_.DocumentId, $_.Category, $_.ConfidenceScore -join "`t" }
