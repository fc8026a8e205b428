BeforeAll {
    Import-Module "$PSScriptRoot/LocalService.psm1"
    Import-Module (Resolve-Path "$PSScriptRoot/../../out/LanguageJobs/LanguageJobs.psd1")
    $job = Import-LanguageJob (Get-SavedJobPath agreement-entities)
    $texts = Resolve-Path "$PSScriptRoot/../../examples/jobs/agreements"
}

Describe 'Export-LanguageJobReport' {
    It 'writes one page and emits its file' {
        $file = $job | Export-LanguageJobReport TestDrive:/report.html -TextPath $texts
        $file.Name | Should -Be 'report.html'
        $file.Length | Should -BeGreaterThan 50000
        $file | Should -FileContentMatch 'Harbour Street Credit Union'
    }

    It 'shows the file as Get-ChildItem does' {
        ($job | Export-LanguageJobReport TestDrive:/report.html -TextPath $texts | Out-String) |
            Should -Be (Get-ChildItem TestDrive:/report.html | Out-String)
    }

    It 'takes rows that went through a CSV file' {
        $job | Get-LanguageJobEntity -ErrorAction Ignore | Export-Csv TestDrive:/rows.csv
        Import-Csv TestDrive:/rows.csv | Export-LanguageJobReport TestDrive:/rows.html -TextPath $texts -WarningAction SilentlyContinue
        'TestDrive:/rows.html' | Should -FileContentMatch 'Rotterdam'
    }

    It 'replaces a file, and keeps one with -NoClobber' {
        Set-Content TestDrive:/old.html old
        $job | Export-LanguageJobReport TestDrive:/old.html -ExcludeText -NoClobber -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'FileNotWritable*'
        Get-Content TestDrive:/old.html | Should -Be old
        $job | Export-LanguageJobReport TestDrive:/old.html -ExcludeText
        'TestDrive:/old.html' | Should -Not -FileContentMatch '^old$'
    }

    Context 'with -Show' -Skip:(-not $IsLinux) {
        BeforeAll {
            $path = $env:PATH
        }

        AfterEach {
            $env:PATH = $path
        }

        It 'opens the file with the program of the desktop' {
            $bin = New-Item TestDrive:/bin -ItemType Directory
            Set-Content $bin/xdg-open "#!/bin/sh`necho `"`$1`" > '$bin/opened.part' && mv '$bin/opened.part' '$bin/opened'"
            chmod +x $bin/xdg-open
            $env:PATH = "$bin$([IO.Path]::PathSeparator)$path"
            $file = $job | Export-LanguageJobReport 'TestDrive:/a [report].html' -ExcludeText -Show
            for ($i = 0; $i -lt 100 -and -not (Test-Path $bin/opened); $i++) { Start-Sleep -Milliseconds 100 }
            Get-Content $bin/opened | Should -Be $file.FullName
        }

        It 'says what to do where nothing opens it' {
            $env:PATH = (New-Item TestDrive:/empty -ItemType Directory).FullName
            $file = $job | Export-LanguageJobReport TestDrive:/shown.html -ExcludeText -Show -ErrorVariable failed -ErrorAction SilentlyContinue
            $file.FullName | Should -Exist
            $failed[-1].FullyQualifiedErrorId | Should -BeLike 'FileNotOpened*'
            $failed[-1].Exception.Message | Should -Be "'$($file.FullName)' was written, but no program to open it was found."
            $failed[-1].ErrorDetails.RecommendedAction | Should -Match 'browser'
        }
    }
}
