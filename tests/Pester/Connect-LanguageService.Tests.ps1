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

    AfterEach { Connect-LanguageService $service.Endpoint -Key $service.Key }
}
