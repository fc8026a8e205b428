BeforeAll {
    Import-Module "$PSScriptRoot/LocalService.psm1"
    $service = Connect-LocalService
    $tickets = '8b7d1c52-03ee-4f7a-b6a9-5e2f4c9d7711'
}

AfterAll {
    Disconnect-LanguageService
    Stop-LocalService $service
}

Describe 'Import-LanguageJob' {
    It 'reads files by wildcard, from Get-ChildItem and by literal path' {
        (Import-LanguageJob (Get-SavedJobPath)).Count | Should -Be 7
        (Get-ChildItem (Get-SavedJobPath) | Import-LanguageJob).Count | Should -Be 7
        (Import-LanguageJob -LiteralPath (Get-SavedJobPath ticket-queues)).JobId | Should -Be $tickets
    }

    It 'needs no connection' {
        Disconnect-LanguageService
        (Import-LanguageJob (Get-SavedJobPath ticket-queues) | Get-LanguageJobClass).Count | Should -Be 8
    }

    It 'reads what was redirected as <_>' -ForEach 'utf8', 'utf8BOM', 'unicode', 'bigendianunicode' {
        Get-Content -Raw (Get-SavedJobPath ticket-queues) | Set-Content TestDrive:/job.json -Encoding $_
        (Import-LanguageJob TestDrive:/job.json).JobId | Should -Be $tickets
    }

    It 'says where a file is cut off' {
        $text = Get-Content -Raw (Get-SavedJobPath ticket-queues)
        Set-Content TestDrive:/cut.json $text.Substring(0, 400)
        Import-LanguageJob TestDrive:/cut.json -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'InvalidFile*'
        $failed[0].Exception.Message | Should -Match 'cut\.json'
    }

    It 'costs one error for one missing file' {
        (Get-SavedJobPath ticket-queues), 'TestDrive:/none.json' | Import-LanguageJob -ErrorVariable failed -ErrorAction SilentlyContinue |
            Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PathNotFound*'
    }
}
