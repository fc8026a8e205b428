BeforeAll {
    Import-Module "$PSScriptRoot/LocalService.psm1"
    $service = Connect-LocalService
    $tickets = '8b7d1c52-03ee-4f7a-b6a9-5e2f4c9d7711'
}

AfterAll {
    Disconnect-LanguageService
    Stop-LocalService $service
}

Describe 'Stop-LanguageJob' {
    BeforeAll {
        $agreements = @{ Kind = 'CustomEntityRecognition'; ProjectName = 'Agreements'; DeploymentName = 'production' }
        $connection = Connect-LanguageService $service.Endpoint -Key $service.Key -ApiVersion 2025-11-01 -PassThru
    }

    It 'cancels a job that runs' {
        $job = 'text' | Start-LanguageJob @agreements
        ($job | Stop-LanguageJob).Status | Should -BeLike 'cancel*'
        ($job | Wait-LanguageJob).Status | Should -Be 'cancelled'
    }

    It 'cancels nothing with -WhatIf' {
        $job = 'text' | Start-LanguageJob @agreements
        $job | Stop-LanguageJob -WhatIf | Should -BeNullOrEmpty
        ($job | Wait-LanguageJob).Status | Should -Be 'succeeded'
    }

    It 'says that a finished job cannot be cancelled' {
        $tickets | Stop-LanguageJob -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].Exception.Message | Should -Match 'completed'
    }

    It 'says that v3.2 cannot cancel' {
        $old = Connect-LanguageService $service.Endpoint -Key $service.Key -PassThru
        $tickets | Stop-LanguageJob -Connection $old -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.Count | Should -Be 1
    }
}
