<#
# What the module shows

Every type has a table for its default view and a list for `Format-List`. Tables wrap and never truncate: an id that is too long for
its column continues on the next line. They are designed for 80 columns and use the
space of a wider screen.

- **Ids** are never truncated. Rows have a heading with their job and task, so the job's id appears only once.
- **Confidence** has two digits in tables, and all digits in lists and properties.
- **ExpiresIn** is the time until the service purges a job's results, also as a property: `Where-Object ExpiresIn -LT 1:00`.
  It is calculated whenever it is shown, also for objects from `Import-Clixml`.
- **Status** is green, yellow, red or cyan if the console supports colors. Files and strings never contain colors, nor does the property
  itself. `$PSStyle.OutputRendering = 'PlainText'` and `NO_COLOR` turn colors off.
- **A document** shows its text with each entity in brackets, followed by the category and confidence, in the category's color if there
  are colors. Lines are as wide as the window. Classes are shown as bars.
- Lists omit values that the service did not send. Values without a property of their own are under **AdditionalProperties**.
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
$jobs[0] | Show-LanguageJobDocument -TextPath examples/jobs/agreements -DocumentId agreement-01, agreement-05 -ErrorAction Ignore
$jobs[1] | Show-LanguageJobDocument | Select-Object -First 2
$jobs | Get-LanguageJobClass -Category Economy -ErrorAction Ignore
$jobs | Get-LanguageJobError
$jobs | Get-LanguageJobError | Out-String -Width 200
$jobs[0].Tasks[0].Statistics
@($jobs | Where-Object ExpiresIn -EQ 0).Count
Connect-LanguageService https://contoso.cognitiveservices.azure.com -Key $env:LANGUAGE_KEY -PassThru
