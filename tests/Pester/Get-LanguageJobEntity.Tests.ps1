BeforeAll {
    Import-Module "$PSScriptRoot/LocalService.psm1"
    $service = Connect-LocalService
    $contracts = 'd1a5f7b8-94c3-4e2d-a07b-3f68c05e9b42'
    $agreements = '2f9a6f0e-7c41-4d0b-9a55-1d3c8e6b4a10'
    $archive = '0c3f8e71-6d29-4a84-9e16-b2d7f4a05c38'
}

AfterAll {
    Disconnect-LanguageService
    Stop-LocalService $service
}

Describe 'Get-LanguageJobEntity' {
    It 'emits entities whose offsets cut them out of the text' {
        foreach ($entity in Get-LanguageJobEntity $contracts) {
            $text = Get-Content -Raw "$PSScriptRoot/../../examples/jobs/agreements/$($entity.DocumentId).txt"
            $text.Substring($entity.Offset, $entity.Length) | Should -BeExactly $entity.Text
        }
    }

    It 'sends no request for a job that holds its results' {
        $job = Get-LanguageJob $contracts
        $requests = $job | Get-LanguageJobEntity -Debug 5>&1 | Where-Object { $_ -is [Management.Automation.DebugRecord] }
        $requests | Should -BeNullOrEmpty
    }

    It 'ends the reading when the consumer has enough' {
        (Get-LanguageJobEntity $contracts | Select-Object -First 2).Count | Should -Be 2
    }

    It 'reports a failed document as one error that does not stop the others' {
        $rows = Get-LanguageJobEntity $agreements -ErrorVariable failed -ErrorAction SilentlyContinue
        ($rows.DocumentId | Select-Object -Unique).Count | Should -Be 5
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'InvalidDocument*'
        $failed[0].TargetObject.DocumentId | Should -Be 'agreement-04'
    }

    It 'stops where $ErrorActionPreference says so' {
        $ErrorActionPreference = 'Stop'
        { Get-LanguageJobEntity $agreements } | Should -Throw -ErrorId 'InvalidDocument*'
    }

    It 'shows whole ids and readable scores' {
        $table = Get-LanguageJobEntity $contracts -Category Amount | Out-String -Width 80
        $table | Should -Match ([regex]::Escape($contracts))
        $table | Should -Match 'Amount +0\.98 +121 EUR 12,500'
    }
}
