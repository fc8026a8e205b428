BeforeAll {
    Import-Module "$PSScriptRoot/LocalService.psm1"
    $service = Connect-LocalService
    $tickets = '8b7d1c52-03ee-4f7a-b6a9-5e2f4c9d7711'
}

AfterAll {
    Disconnect-LanguageService
    Stop-LocalService $service
}

Describe 'Connect-LanguageService' {
    It 'makes the connection that other commands use' {
        (Get-LanguageJob $tickets).Status | Should -Be 'succeeded'
    }

    It 'emits nothing without -PassThru, and the connection with it' {
        Connect-LanguageService $service.Endpoint -Key $service.Key | Should -BeNullOrEmpty
        (Connect-LanguageService $service.Endpoint -Key $service.Key -PassThru).ApiVersion | Should -Be 'auto'
    }

    It 'takes a key as <Kind>' -ForEach @(
        @{ Kind = 'string'; Make = { @{ Key = $service.Key } } }
        @{ Kind = 'SecureString'; Make = { @{ Key = [Net.NetworkCredential]::new('', $service.Key).SecurePassword } } }
        @{ Kind = 'PSCredential'; Make = { @{ Credential = [pscredential]::new('anybody', [Net.NetworkCredential]::new('', $service.Key).SecurePassword) } } }
    ) {
        $credential = & $Make
        $connection = Connect-LanguageService $service.Endpoint @credential -PassThru
        (Get-LanguageJob $tickets -Connection $connection).JobId | Should -Be $tickets
    }

    It 'refuses plain http to other machines' {
        { Connect-LanguageService http://contoso.cognitiveservices.azure.com -Key k } | Should -Throw -ErrorId 'InvalidConnection*'
    }

    It 'says what a refused key means, when it is used' {
        $connection = Connect-LanguageService $service.Endpoint -Key wrong -PassThru
        { Get-LanguageJob $tickets -Connection $connection } | Should -Throw -ErrorId 'Unauthorized*'
    }

    It 'never shows the key' {
        $connection = Connect-LanguageService $service.Endpoint -Key $service.Key -PassThru -Verbose -Debug 5>&1 4>&1
        $connection | Format-List * | Out-String | Should -Not -Match $service.Key
        $connection | ConvertTo-Json -Depth 5 -WarningAction Ignore | Should -Not -Match $service.Key
    }

    It 'is not needed in Start-Job where the environment variables are set' {
        $module = "$((Get-Module LanguageJobs).ModuleBase)/LanguageJobs.psd1"
        $env:LANGUAGE_ENDPOINT, $env:LANGUAGE_KEY = $service.Endpoint, $service.Key
        try {
            $id = Start-Job { Import-Module $using:module; (Get-LanguageJob $using:tickets).JobId } | Receive-Job -Wait -AutoRemoveJob
        }
        finally {
            Remove-Item Env:LANGUAGE_ENDPOINT, Env:LANGUAGE_KEY
        }
        $id | Should -Be $tickets
    }

    It 'makes a connection that Start-Job does not accept, as the help says' {
        $module, $connection = "$((Get-Module LanguageJobs).ModuleBase)/LanguageJobs.psd1", (Get-LanguageConnection)
        $job = Start-Job { Import-Module $using:module; Get-LanguageJob $using:tickets -Connection $using:connection }
        { $job | Receive-Job -Wait -AutoRemoveJob -ErrorAction Stop } | Should -Throw '*LanguageConnection*'
        (Get-Help Connect-LanguageService).Description.Text -join ' ' | Should -Match 'A connection cannot be passed to another process'
    }

    It 'sends requests to this machine through no proxy' {
        $module = "$((Get-Module LanguageJobs).ModuleBase)/LanguageJobs.psd1"
        $env:http_proxy = 'http://127.0.0.1:9'
        try {
            $id = Start-Job {
                Import-Module $using:module
                Connect-LanguageService ($using:service).Endpoint -Key ($using:service).Key -MaximumRetryCount 0
                (Get-LanguageJob $using:tickets).JobId
            } | Receive-Job -Wait -AutoRemoveJob
        }
        finally {
            Remove-Item Env:http_proxy
        }
        $id | Should -Be $tickets
    }

    AfterEach { Connect-LanguageService $service.Endpoint -Key $service.Key }
}
