# A first session: reading finished jobs into objects.
Connect-LanguageService $env:LANGUAGE_ENDPOINT -Key $env:LANGUAGE_KEY

# A job id is enough. The job looked for entities in six agreements.
$job = Get-LanguageJob '2f9a6f0e-7c41-4d0b-9a55-1d3c8e6b4a10'
$job

# Its documents. One of them failed: that is one error, and the others are emitted.
$job | Get-LanguageJobDocument

# The entities with a high confidence.
$job | Get-LanguageJobEntity -ErrorAction Ignore | Where-Object ConfidenceScore -ge 0.95

# The number of entities in each category.
$counts = [ordered]@{}
$job | Get-LanguageJobEntity -ErrorAction Ignore | ForEach-Object { $counts[$_.Category]++ }
$counts

# Another job classified tickets. The commands can filter rows.
Get-LanguageJobClass '8b7d1c52-03ee-4f7a-b6a9-5e2f4c9d7711' -MinimumConfidence 0.8

# The errors of a job that succeeded in part.
Get-LanguageJobError 'e96b2d04-1f7a-4c58-b3d1-60c84a2f5e97'

# New texts: start a job, wait for it, read its results. The model was trained with examples/projects/agreements.
'Marta Oyelaran lends Jon Beck EUR 400 for six months. Signed in Lisbon on 5 May 2026.' |
    Start-LanguageJob -Kind CustomEntityRecognition -ProjectName Agreements -DeploymentName production |
    Wait-LanguageJob |
    Get-LanguageJobEntity |
    ForEach-Object { '{0,-8} {1}' -f $_.Category, $_.Text }
