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

Describe 'Wait-LanguageJob' {
    BeforeAll {
        $agreements = @{ Kind = 'CustomEntityRecognition'; ProjectName = 'Agreements'; DeploymentName = 'production' }
    }

    It 'emits whole jobs' {
        $job = 'Rent of EUR 120.' | Start-LanguageJob @agreements | Wait-LanguageJob
        $job.IsFinished | Should -BeTrue
        $job.Tasks[0].Documents.Count | Should -Be 1
    }

    It 'waits for many at once' {
        $jobs = 1..20 | ForEach-Object { "Text $_" | Start-LanguageJob @agreements }
        ($jobs | Wait-LanguageJob -PollInterval 0.1 | Where-Object IsFinished).Count | Should -Be 20
    }

    It 'costs one error for a job that nobody knows' {
        $jobs = $tickets, '00000000-0000-0000-0000-000000000000', $articles | Wait-LanguageJob -ErrorVariable failed -ErrorAction SilentlyContinue
        $jobs.Count | Should -Be 2
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'JobNotFound*'
    }

    It 'gives up in time' {
        $slow = Start-LocalService -Option '--projects', "$PSScriptRoot/projects", '--job-duration', '10m'
        try {
            Connect-LanguageService $slow.Endpoint -Key $slow.Key
            $job = 'slow' | Start-LanguageJob @agreements
            $job | Wait-LanguageJob -Timeout 0 -ErrorVariable left -ErrorAction SilentlyContinue
            $left[0].FullyQualifiedErrorId | Should -BeLike 'WaitTimeout*'
            $left.TargetObject.JobId | Should -Be $job.JobId
        }
        finally {
            Connect-LanguageService $service.Endpoint -Key $service.Key -RequestsPerMinute 0
            Stop-LocalService $slow
        }
    }

    It 'ends with the first' {
        @($tickets, $articles | Wait-LanguageJob -Any).Count | Should -Be 1
    }

    It 'waits in the background' {
        $wait = $tickets, $articles | Wait-LanguageJob -AsJob
        ($wait | Wait-Job -Timeout 30).State | Should -Be Completed
        (Receive-Job $wait).Count | Should -Be 2
        Remove-Job $wait
    }
}
