BeforeAll {
    Import-Module "$PSScriptRoot/LocalService.psm1"
    $service = Connect-LocalService
    $tickets = '8b7d1c52-03ee-4f7a-b6a9-5e2f4c9d7711'
}

AfterAll {
    Disconnect-LanguageService
    Stop-LocalService $service
}

Describe 'Disconnect-LanguageService' {
    It 'leaves nothing to connect with' {
        Disconnect-LanguageService
        Get-LanguageConnection | Should -BeNullOrEmpty
        { Get-LanguageJob $tickets } | Should -Throw -ErrorId 'NotConnected*'
    }

    It 'may be called when nothing is connected' {
        { Disconnect-LanguageService; Disconnect-LanguageService } | Should -Not -Throw
    }
}
