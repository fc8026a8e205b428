# What a team does with the emulator: one process for all tests, changed through its control endpoints, reset after each.
BeforeAll {
    Import-Module "$PSScriptRoot/LocalService.psm1"
    $service = Connect-LocalService

    function Send-Control([string] $Path, $Body = @{}) {
        $json = ConvertTo-Json -InputObject $Body -Compress
        Invoke-RestMethod "$($service.Endpoint)/_emulator/$Path" -Method Post -Body $json -Headers @{ 'Emulator-Control-Key' = 'sandbox-control-key' }
    }

    function Send-Sample {
        1..4 | ForEach-Object { [pscustomobject]@{ Id = "doc-$_"; Text = "Loan agreement number $_ with the bank." } } |
            Start-LanguageJob -Kind CustomEntityRecognition -ProjectName Agreements -DeploymentName production
    }
}

AfterAll { Stop-LocalService $service }

Describe 'The emulator under control' {
    AfterEach { Send-Control reset }

    It 'lets a job expire when its clock moves past 24 hours' {
        $job = Send-Sample
        $null = Send-Control clock @{ advance = '25h' }

        { $job.JobId | Get-LanguageJob -ErrorAction Stop } | Should -Throw -ErrorId 'JobNotFound*'
    }

    It 'answers the first poll with 503, and the module asks again' {
        $job = Send-Sample
        $null = Send-Control faults @{ operation = 'get'; fault = '503' }

        $finished = $job | Wait-LanguageJob

        $finished.Status | Should -Be 'succeeded'
        $requests = (Invoke-RestMethod "$($service.Endpoint)/_emulator/requests?operation=get" -Headers @{ 'Emulator-Control-Key' = 'sandbox-control-key' }).requests
        $requests[0].status | Should -Be 503
        $requests[-1].status | Should -Be 200
    }

    It 'lets the third document fail, and the others are results' {
        $null = Send-Control failures @{ document = 'doc-3'; code = 'InvalidDocument'; message = 'Not this one.' }

        $job = Send-Sample | Wait-LanguageJob
        $documents = $job | Get-LanguageJobDocument -ErrorVariable failed -ErrorAction SilentlyContinue

        $documents.DocumentId | Should -Be 'doc-1', 'doc-2', 'doc-4'
        ($failed | Select-Object -First 1).TargetObject.DocumentId | Should -Be 'doc-3'
        ($job | Get-LanguageJobError).Message | Should -Be 'Not this one.'
    }

    It 'counts how often each document was paid for' {
        1..2 | ForEach-Object { $null = Send-Sample }

        $counts = (Invoke-RestMethod "$($service.Endpoint)/_emulator/documents" -Headers @{ 'Emulator-Control-Key' = 'sandbox-control-key' }).documents

        $counts.'doc-1' | Should -Be 2
    }
}
