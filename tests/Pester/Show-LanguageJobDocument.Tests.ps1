BeforeDiscovery {
    # A pseudo terminal, where PowerShell shows colors.
    $hasTerminal = $IsLinux -and (Get-Command script -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    Import-Module "$PSScriptRoot/LocalService.psm1"
    $manifest = Resolve-Path "$PSScriptRoot/../../out/LanguageJobs/LanguageJobs.psd1"
    Import-Module $manifest
    $saved = Get-SavedJobPath agreement-entities
    $texts = (Resolve-Path "$PSScriptRoot/../../examples/jobs/agreements").Path
    $job = Import-LanguageJob $saved
    $escape = [char] 27
    $first = 'made on [4 March 2025](Date 0.97) between'
    $rendering = $PSStyle.OutputRendering
}

Describe 'Show-LanguageJobDocument' {
    AfterEach {
        $PSStyle.OutputRendering = $rendering
    }

    It 'has colors, and without them reads the same' {
        $PSStyle.OutputRendering = 'Ansi'
        $ansi = $job | Show-LanguageJobDocument -TextPath $texts -DocumentId agreement-01 | Out-String -Width 80
        $PSStyle.OutputRendering = 'PlainText'
        $plain = $job | Show-LanguageJobDocument -TextPath $texts -DocumentId agreement-01 | Out-String -Width 80
        $ansi | Should -Match "$escape\[1;36m4 March 2025$escape\[0m"
        $plain | Should -Not -Match $escape
        $plain | Should -Match ([regex]::Escape($first))
        $ansi -replace "$escape\[[0-9;]*m" | Should -Be $plain
    }

    It 'writes the plain form to a file' {
        $job | Show-LanguageJobDocument -TextPath $texts -DocumentId agreement-01 -ErrorAction Ignore | Out-File TestDrive:/shown.txt -Width 80
        Get-Content TestDrive:/shown.txt -Raw | Should -Not -Match $escape
        Get-Content TestDrive:/shown.txt -Raw | Should -Match ([regex]::Escape($first))
    }

    It 'stops after the documents that are wanted' {
        $shown = $job | Show-LanguageJobDocument -TextPath $texts -ErrorAction Stop | Select-Object -First 3
        $shown.DocumentId | Should -Be 'agreement-01', 'agreement-02', 'agreement-03'
        $shown[0].Entities.Count | Should -Be 5
    }

    It 'is drawn again from a saved object' {
        $job | Show-LanguageJobDocument -TextPath $texts -DocumentId agreement-01 | Export-Clixml TestDrive:/shown.xml
        Import-Clixml TestDrive:/shown.xml | Out-String -Width 80 | Should -Match ([regex]::Escape($first))
    }

    Context 'in a terminal' -Skip:(-not $hasTerminal) {
        BeforeAll {
            function Show-InTerminal([string[]] $Environment) {
                $command = "`$ProgressPreference = 'SilentlyContinue'; Import-Module '$manifest'; Import-LanguageJob '$saved' | Show-LanguageJobDocument -TextPath '$texts' -DocumentId agreement-01"
                $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($command))
                (& env @Environment TERM=xterm-256color script -qec "stty cols 60 rows 40; pwsh -NoProfile -EncodedCommand $encoded" /dev/null) -join "`n"
            }
        }

        It 'has colors and keeps to the width' {
            $shown = Show-InTerminal '-u', 'NO_COLOR'
            $shown | Should -Match "$escape\[1;36m4 March 2025$escape\[0m"
            ($shown -replace "$escape\[[0-9;?]*[a-zA-Z]" -split '\r?\n' | Measure-Object Length -Maximum).Maximum | Should -BeIn (50..60)
        }

        It 'has none where NO_COLOR is set' {
            $shown = Show-InTerminal 'NO_COLOR=1'
            $shown | Should -Match ([regex]::Escape('[4 March 2025](Date 0.97)'))
            $shown | Should -Not -Match "$escape\[[0-9;]*m"
        }
    }
}
