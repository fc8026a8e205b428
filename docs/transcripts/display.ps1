<#
# What the module shows

Every type has a table for its default view and a list for `Format-List`. Tables wrap and never cut: an id that is too long for
its column goes on in the next line. They are made for 80 columns, where most of them leave room, and use what a wider screen
has.

- **Ids** stand whole. Rows stand under a heading with their job and task, so that the id is there once.
- **Confidence** has two digits in tables, and all of them in lists and properties.
- **ExpiresIn** is the time until the service purges a job's results, also as a property: `Where-Object ExpiresIn -LT 1:00`.
  It is counted anew whenever it is shown, for objects out of `Import-Clixml`, too.
- **Status** is green, yellow, red or cyan where the console shows colors: never in a file or a string, and not with
  `$PSStyle.OutputRendering = 'PlainText'` or `NO_COLOR`. The property itself has no color.
- What the service left out is left out of lists. What it said and no property holds stands under **AdditionalProperties**.
#>
Import-Module ./out/LanguageJobs/LanguageJobs.psd1
$jobs = Import-LanguageJob examples/jobs/*.json
$jobs
$jobs[3] | Format-List
$jobs[3].Tasks
$jobs[3].Tasks[0] | Format-List
$jobs | Get-LanguageJobEntity -Category Amount, Place -MinimumConfidence 0.8 -ErrorAction Ignore
$jobs | Get-LanguageJobEntity -Category Amount -ErrorAction Ignore | Where-Object ConfidenceScore -GE 0.98 | Format-List
$jobs | Get-LanguageJobDocument -DocumentId agreement-01, flood-defence, crossword-notice -ErrorAction Ignore
$jobs | Get-LanguageJobDocument -DocumentId agreement-05 -ErrorAction Ignore | Format-List
$jobs[4] | Get-LanguageJobDocument -DocumentId agreement-01 -TaskName 'personal data', summary, phrases | Format-List
$jobs | Get-LanguageJobClass -Category Economy -ErrorAction Ignore
$jobs | Get-LanguageJobError
$jobs | Get-LanguageJobError | Out-String -Width 200
$jobs[0].Tasks[0].Statistics
@($jobs | Where-Object ExpiresIn -EQ 0).Count
Connect-LanguageService https://contoso.cognitiveservices.azure.com -Key $env:LANGUAGE_KEY -PassThru
