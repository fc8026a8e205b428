BeforeAll {
    Import-Module "$PSScriptRoot/LocalService.psm1"
    $service = Connect-LocalService
    $tickets = '8b7d1c52-03ee-4f7a-b6a9-5e2f4c9d7711'
}

AfterAll {
    Disconnect-LanguageService
    Stop-LocalService $service
}

Describe 'Get-LanguageConnection' {
    It 'emits what Connect-LanguageService made' {
        (Get-LanguageConnection).Endpoint | Should -Be $service.Endpoint.TrimEnd('/')
        (Get-LanguageConnection).Authentication | Should -Be 'Key'
    }

    It 'finds a connection in the environment' {
        Disconnect-LanguageService
        $env:LANGUAGE_ENDPOINT, $env:LANGUAGE_KEY, $env:LANGUAGE_API_VERSION = $service.Endpoint, $service.Key, '2025-11-01'
        try {
            (Get-LanguageConnection).ApiVersion | Should -Be '2025-11-01'
            (Get-LanguageJob $tickets).JobId | Should -Be $tickets
        }
        finally {
            $env:LANGUAGE_ENDPOINT, $env:LANGUAGE_KEY, $env:LANGUAGE_API_VERSION = $null
            Connect-LanguageService $service.Endpoint -Key $service.Key
        }
    }

    It 'gives parallel runspaces something to use' {
        $connection = Get-LanguageConnection
        $module = (Get-Module LanguageJobs).Path
        $names = 1..4 | ForEach-Object -Parallel {
            Import-Module $using:module
            (Get-LanguageJob $using:tickets -Connection $using:connection).DisplayName
        }
        $names | Should -Be (@('Tickets of Monday') * 4)
    }
}
