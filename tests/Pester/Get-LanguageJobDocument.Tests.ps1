BeforeAll {
    Import-Module "$PSScriptRoot/LocalService.psm1"
    $service = Connect-LocalService
    $articles = 'c4e0a9d3-5b18-4b62-8f0c-7a91e2d6f305'
    $partial = 'e96b2d04-1f7a-4c58-b3d1-60c84a2f5e97'
    $contracts = 'd1a5f7b8-94c3-4e2d-a07b-3f68c05e9b42'
}

AfterAll {
    Disconnect-LanguageService
    Stop-LocalService $service
}

Describe 'Get-LanguageJobDocument' {
    It 'emits one document for each task and document' {
        (Get-LanguageJobDocument $contracts).TaskName | Select-Object -Unique | Should -Be parties, terms
    }

    It 'keeps documents that have a class that passes' {
        (Get-LanguageJobDocument $articles -Category Transport -MinimumConfidence 0.9).DocumentId | Should -Be 'harbour-tunnel'
    }

    It 'has empty arrays rather than nothing' {
        $document = Get-LanguageJobDocument $articles -DocumentId crossword-notice
        , $document.Classes | Should -BeOfType LanguageJobs.LanguageClass[]
        $document.Classes.Count | Should -Be 0
    }

    It 'has the alias Id' {
        (Get-LanguageJobDocument $articles | Select-Object -First 1).Id | Should -Be 'harbour-tunnel'
    }

    It 'emits what is good and says what is not' {
        $documents = Get-LanguageJobDocument $partial -ErrorVariable failed -ErrorAction SilentlyContinue
        $documents.DocumentId | Should -Be 'agreement-05'
        $failed.Count | Should -Be 3
        $failed.TargetObject.Scope | Should -Be Job, Document, Task
    }
}
