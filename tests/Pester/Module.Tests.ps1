BeforeAll {
    $manifest = Resolve-Path "$PSScriptRoot/../../out/LanguageJobs/LanguageJobs.psd1"
    Import-Module $manifest
}

Describe 'The module' {
    It 'has a manifest without faults' {
        (Test-ModuleManifest $manifest).Name | Should -Be 'LanguageJobs'
    }

    It 'exports the commands of the help, and nothing else' {
        $pages = (Get-ChildItem "$PSScriptRoot/../../docs/en-US/*-*.md").BaseName
        (Get-Command -Module LanguageJobs).Name | Sort-Object | Should -Be ($pages | Sort-Object)
    }

    It 'brings no assembly but its own into PowerShell 7' -Skip:($PSVersionTable.PSEdition -eq 'Desktop') {
        $paths = & pwsh -NoProfile -Command "Import-Module '$manifest'; [AppDomain]::CurrentDomain.GetAssemblies().Where{ -not `$_.IsDynamic }.Location"
        $paths | Where-Object { $_ -like "$(Split-Path $manifest)*" } | Split-Path -Leaf | Should -Be 'LanguageJobs.dll'
    }

    It 'has approved verbs, singular nouns and help for <_>' -ForEach (Get-ChildItem "$PSScriptRoot/../../docs/en-US/*-*.md").BaseName {
        $verb = ($_ -split '-')[0]
        Get-Verb $verb | Should -Not -BeNullOrEmpty
        (Get-Help $_).Synopsis | Should -Not -Match "^\s*$_"
        @((Get-Help $_ -Examples).examples.example).Count | Should -BeGreaterOrEqual 3
    }

    It 'can be removed and imported again' {
        { Remove-Module LanguageJobs; Import-Module $manifest } | Should -Not -Throw
    }
}
