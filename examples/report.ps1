# A report about texts that the model has not seen: its results, compared with the labels.
# Run it in the sandbox, which only needs the .NET SDK:
#   dotnet run --project src/LanguageJobs.Sandbox -- --script examples/report.ps1
param([string] $Path = 'report.html')

$project = "$PSScriptRoot/projects/agreements"
$labels = Import-LanguageLabel "$project/project.json" | Where-Object Dataset -EQ Test
$texts = [System.Collections.Generic.HashSet[string]] $labels.Location | ForEach-Object { "$project/$_" }

Start-LanguageJob -Path $texts -Kind CustomEntityRecognition -ProjectName Agreements -DeploymentName production -DisplayName 'Agreements, test set' |
    Wait-LanguageJob |
    Export-LanguageJobReport -Path $Path -TextPath "$project/documents" -Label $labels
