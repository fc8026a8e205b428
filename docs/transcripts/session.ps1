<#
# A session

From `Import-Module` to `Export-Csv`, in PowerShell 7 against the emulator. The models are learned from `examples/projects`.
#>
Import-Module ./out/LanguageJobs/LanguageJobs.psd1
Connect-LanguageService $env:LANGUAGE_ENDPOINT -Key $env:LANGUAGE_KEY
$model = @{ Kind = 'CustomEntityRecognition'; ProjectName = 'Agreements'; DeploymentName = 'production' }
$jobs = Start-LanguageJob -Path examples/projects/agreements/documents/agreement-0[1-4]*.txt @model -DisplayName Agreements
$jobs
$done = $jobs | Wait-LanguageJob
$done
$done[0].Tasks
$done | Get-LanguageJobEntity -DocumentId agreement-012.txt
$done | Get-LanguageJobEntity | Group-Object Category -NoElement | Sort-Object Count -Descending
$done | Get-LanguageJobEntity -Category Amount | Where-Object ConfidenceScore -LT 0.6
Get-LanguageJobClass 8b7d1c52-03ee-4f7a-b6a9-5e2f4c9d7711 -MinimumConfidence 0.9
Get-LanguageJobDocument e96b2d04-1f7a-4c58-b3d1-60c84a2f5e97
$done | Get-LanguageJobEntity | Export-Csv entities.csv
(Import-Csv entities.csv).Count
Import-Csv entities.csv | Select-Object -First 1
