@{
    RootModule             = 'LanguageJobs.dll'
    # The types below name types of the assembly, so it is loaded before them.
    RequiredAssemblies     = @('LanguageJobs.dll')
    ModuleVersion          = '0.2.0'
    GUID                   = 'cb0cecbc-1bad-4c3c-8591-255b803dcded'
    Author                 = 'The LanguageJobs authors'
    CompanyName            = 'The LanguageJobs authors'
    Copyright              = '(c) 2026 The LanguageJobs authors. MIT licence.'
    Description            = 'Asynchronous jobs of Azure AI Language: custom text classification and custom entity recognition. A job id goes in, typed documents, classes and entities come out.'
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Core', 'Desktop')
    FormatsToProcess       = @('LanguageJobs.Format.ps1xml')
    TypesToProcess         = @('LanguageJobs.Types.ps1xml')
    CmdletsToExport        = @(
        'Clear-LanguageJobHistory'
        'Compare-LanguageJob'
        'Connect-LanguageService'
        'Disconnect-LanguageService'
        'Export-LanguageJob'
        'Export-LanguageJobReport'
        'Export-LanguageLabel'
        'Get-LanguageConnection'
        'Get-LanguageJob'
        'Get-LanguageJobClass'
        'Get-LanguageJobDocument'
        'Get-LanguageJobEntity'
        'Get-LanguageJobError'
        'Get-LanguageJobRun'
        'Import-LanguageJob'
        'Import-LanguageLabel'
        'Invoke-LanguageJobRun'
        'Measure-LanguageJob'
        'Show-LanguageJobDocument'
        'Start-LanguageJob'
        'Stop-LanguageJob'
        'Wait-LanguageJob'
    )
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()
    PrivateData            = @{
        PSData = @{
            ReleaseNotes = 'CHANGELOG.md beside this file says what is new in each version.'
            Tags         = @('Azure', 'AzureAI', 'Language', 'TextAnalytics', 'NER', 'TextClassification', 'PSEdition_Core', 'PSEdition_Desktop')
        }
    }
}
