BeforeAll {
    Import-Module "$PSScriptRoot/LocalService.psm1"
    $service = Connect-LocalService
    $tickets = '8b7d1c52-03ee-4f7a-b6a9-5e2f4c9d7711'
    $partial = 'e96b2d04-1f7a-4c58-b3d1-60c84a2f5e97'
    $archive = '0c3f8e71-6d29-4a84-9e16-b2d7f4a05c38'
}

AfterAll {
    Disconnect-LanguageService
    Stop-LocalService $service
}

Describe 'Get-LanguageJob' {
    It 'takes ids from the pipeline and keeps their order' {
        ($archive, $tickets, $partial | Get-LanguageJob).JobId | Should -Be $archive, $tickets, $partial
    }

    It 'reads every page' {
        $documents = (Get-LanguageJob $archive).Tasks[0].Documents
        $documents.Count | Should -Be 45
        ($documents.DocumentId | Select-Object -Unique).Count | Should -Be 45
    }

    It 'takes <Kind>' -ForEach @(
        @{ Kind = 'an operation location'; Make = { "$($service.Endpoint.TrimEnd('/'))/language/analyze-text/jobs/$($tickets)?api-version=2025-11-01" } }
        @{ Kind = 'a job'; Make = { Get-LanguageJob $tickets } }
        @{ Kind = 'a job out of a background job'; Make = { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-LanguageJob $tickets))) } }
        @{ Kind = 'a row of a CSV file'; Make = { "JobId,Note`n$tickets,again" | ConvertFrom-Csv } }
        @{ Kind = 'a row of another command'; Make = { Get-LanguageJobClass $tickets | Select-Object -First 1 } }
    ) {
        (& $Make | Get-LanguageJob).DisplayName | Should -Be 'Tickets of Monday'
    }

    It 'costs one error for one unknown job' {
        $jobs = $tickets, '00000000-0000-0000-0000-000000000000', $partial | Get-LanguageJob -ErrorVariable failed -ErrorAction SilentlyContinue
        $jobs.Count | Should -Be 2
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'JobNotFound*'
        $failed[0].Exception.Message | Should -Match '24 hours'
    }

    It 'gives statistics when they are asked for' {
        (Get-LanguageJob $tickets).Tasks[0].Statistics | Should -BeNullOrEmpty
        (Get-LanguageJob $tickets -IncludeStatistics).Tasks[0].Statistics.DocumentsCount | Should -Be 8
    }

    It 'says how long the results will be there' {
        (Get-LanguageJob $tickets).ExpiresIn | Should -BeOfType timespan
    }

    It 'works in a background job, too' {
        $module, $endpoint, $key = "$((Get-Module LanguageJobs).ModuleBase)/LanguageJobs.psd1", $service.Endpoint, $service.Key
        $copy = Start-Job {
            Import-Module $using:module
            Connect-LanguageService $using:endpoint -Key $using:key
            Get-LanguageJob $using:partial
        } | Receive-Job -Wait -AutoRemoveJob
        $copy.Tasks[0].Documents[0].Entities[0].Text | Should -Be 'Okafor'
        ($copy | Get-LanguageJob).DisplayName | Should -Be 'Tickets of Tuesday'
    }
}
