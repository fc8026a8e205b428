BeforeAll {
    Import-Module "$PSScriptRoot/LocalService.psm1"
    $service = Connect-LocalService
    $tickets = '8b7d1c52-03ee-4f7a-b6a9-5e2f4c9d7711'
    $articles = 'c4e0a9d3-5b18-4b62-8f0c-7a91e2d6f305'
}

AfterAll {
    Disconnect-LanguageService
    Stop-LocalService $service
}

Describe 'Get-LanguageJobClass' {
    It 'emits a row for each class' {
        (Get-LanguageJobClass $tickets).Count | Should -Be 8
        (Get-LanguageJobClass $articles | Where-Object DocumentId -EQ flood-defence).Category | Should -Be Environment, Politics, Economy
    }

    It 'filters by <Filter>' -ForEach @(
        @{ Filter = 'category'; With = @{ Category = 'bill*' }; Count = 2 }
        @{ Filter = 'confidence'; With = @{ MinimumConfidence = 0.9 }; Count = 3 }
        @{ Filter = 'document'; With = @{ DocumentId = '*1041', '*1042' }; Count = 2 }
        @{ Filter = 'task'; With = @{ TaskName = 'another' }; Count = 0 }
    ) {
        @(Get-LanguageJobClass $tickets @With).Count | Should -Be $Count
    }

    It 'feeds Group-Object and Export-Csv' {
        (Get-LanguageJobClass $tickets | Group-Object Category).Name | Should -Contain 'Billing'
        Get-LanguageJobClass $tickets | Export-Csv TestDrive:/classes.csv
        $rows = Import-Csv TestDrive:/classes.csv
        $rows.Count | Should -Be 8
        $rows[0].PSObject.Properties.Name | Should -Be JobId, TaskName, TaskKind, DocumentId, Category, ConfidenceScore
        # Consecutive rows of one job name that job once.
        @($rows | Get-LanguageJob).Count | Should -Be 1
    }
}
