BeforeAll {
    Import-Module "$PSScriptRoot/LocalService.psm1"
    $service = Connect-LocalService
    $partial = 'e96b2d04-1f7a-4c58-b3d1-60c84a2f5e97'
    $agreements = '2f9a6f0e-7c41-4d0b-9a55-1d3c8e6b4a10'
    $tickets = '8b7d1c52-03ee-4f7a-b6a9-5e2f4c9d7711'
}

AfterAll {
    Disconnect-LanguageService
    Stop-LocalService $service
}

Describe 'Get-LanguageJobError' {
    It 'emits errors of the job, its tasks and its documents' {
        $errors = Get-LanguageJobError $partial
        $errors.Scope | Should -Be Job, Document, Task
        $errors[1].Code | Should -Be 'InvalidDocument'
    }

    It 'filters by document' {
        (Get-LanguageJobError $agreements -DocumentId *-04).Message | Should -Be 'Document text is empty.'
    }

    It 'emits nothing for a job without errors' {
        Get-LanguageJobError $tickets | Should -BeNullOrEmpty
    }

    It 'writes nothing to the error stream' {
        Get-LanguageJobError $partial -ErrorVariable failed | Out-Null
        $failed | Should -BeNullOrEmpty
    }
}
