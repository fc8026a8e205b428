BeforeAll {
    Import-Module "$PSScriptRoot/LocalService.psm1"
    $service = Connect-LocalService
}

AfterAll {
    Disconnect-LanguageService
    Stop-LocalService $service
}

Describe 'Start-LanguageJob' {
    BeforeAll {
        $agreements = @{ Kind = 'CustomEntityRecognition'; ProjectName = 'Agreements'; DeploymentName = 'production' }
        $folder = Get-ExamplePath 'projects/agreements/documents'
    }

    It 'emits a job for each request, with the ids of its documents' {
        $jobs = 1..60 | ForEach-Object { "Text $_" } | Start-LanguageJob @agreements
        $jobs.Count | Should -Be 3
        $jobs[0].DocumentIds.Count | Should -Be 25
        $jobs.DocumentIds | Should -Be (1..60)
    }

    It 'takes files, whose names become ids' {
        $job = Get-ChildItem $folder -Filter agreement-00*.txt | Start-LanguageJob @agreements
        $job.DocumentIds[0] | Should -Be 'agreement-001.txt'
        (Start-LanguageJob -Path $folder/agreement-00*.txt @agreements).DocumentIds | Should -Be $job.DocumentIds
    }

    It 'gives offsets that fit .NET strings' {
        $text = "$([char]::ConvertFromUtf32(0x1F680)) Zoe$([char]0x0308) lets the flat to Priya Raman from 1 September 2025."
        foreach ($entity in $text | Start-LanguageJob @agreements | Wait-LanguageJob | Get-LanguageJobEntity) {
            $text.Substring($entity.Offset, $entity.Length) | Should -BeExactly $entity.Text
        }
    }

    It 'takes rows of a CSV file' {
        "Id,Text,Language`nm1,Hello there,en`nm2,Guten Tag,de" | ConvertFrom-Csv | Start-LanguageJob @agreements | ForEach-Object DocumentIds | Should -Be m1, m2
    }

    It 'costs one error for one empty document' {
        $job = 'one', '', 'three' | Start-LanguageJob @agreements -ErrorVariable failed -ErrorAction SilentlyContinue
        $job.DocumentIds | Should -Be 1, 3
        $failed.Count | Should -Be 1
    }

    It 'sends nothing with -WhatIf' {
        'text' | Start-LanguageJob @agreements -WhatIf | Should -BeNullOrEmpty
    }

    It 'says that a project is unknown in the words of the service' {
        $agreements.ProjectName = 'Nothing'
        'text' | Start-LanguageJob @agreements -ErrorVariable failed -ErrorAction SilentlyContinue | Wait-LanguageJob | ForEach-Object HasErrors | Should -Not -Be $false
    }
}
