<#
.SYNOPSIS
Builds, tests, analyzes, documents and packages the module.

.DESCRIPTION
A thin layer over dotnet, Pester, PSScriptAnalyzer and platyPS. What is not installed is skipped, and said so by name;
`dotnet build` and `dotnet test` need none of them.

.EXAMPLE
./build.ps1 Test
#>
[CmdletBinding()]
param(
    # Build leaves the module in out/LanguageJobs. Test builds, then runs Xunit, Pester, Analyze and TestHelp, which can be run by
    # themselves, too. Help brings docs/en-US up to the code and makes MAML of it. Package leaves a .nupkg in out.
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Xunit', 'Pester', 'Analyze', 'Help', 'TestHelp', 'Package')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug',

    # A folder for the coverage that Xunit measures; without it none is measured.
    [string] $CoveragePath
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$configure = '--configuration', $Configuration
$coverage = @(if ($CoveragePath) { '--collect', 'XPlat Code Coverage', '--results-directory', $CoveragePath })
$skipped = [System.Collections.Generic.List[string]]::new()

function Invoke-Dotnet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $args ended with $LASTEXITCODE." }
}

function Import-Tool([string] $Name, [string] $Version, [string] $For) {
    $found = Get-Module -ListAvailable -Name $Name | Where-Object Version -ge $Version
    if (-not $found) {
        $skipped.Add("$For ($Name $Version or later is not installed)")
        return $false
    }
    Import-Module -Name $Name -MinimumVersion $Version -Verbose:$false
    return $true
}

function Invoke-Build { Invoke-Dotnet build $PSScriptRoot @configure }

function Invoke-Test {
    Invoke-Build
    Invoke-Xunit
    Invoke-Pester
    Invoke-Analyze
    Invoke-TestHelp
}

function Invoke-Xunit { Invoke-Dotnet test $PSScriptRoot @configure --no-build @coverage }

# The build has restored Pester as a package: pwsh itself is all that a machine must bring.
function Import-Pester {
    $version = & dotnet msbuild $PSScriptRoot/tests/LanguageJobs.Tests -getProperty:PesterVersion
    $packages = & dotnet msbuild $PSScriptRoot/tests/LanguageJobs.Tests -getProperty:NuGetPackageRoot
    Import-Module (Join-Path $packages "pester/$version/tools/Pester.psd1") -Verbose:$false
}

function Invoke-Pester {
    Import-Pester
    $pester = New-PesterConfiguration
    $pester.Run.Path = "$PSScriptRoot/tests/Pester"
    $pester.Run.PassThru = $true
    $pester.Output.Verbosity = 'Detailed'
    $result = Pester\Invoke-Pester -Configuration $pester
    $failed = $result.FailedCount + $result.FailedContainersCount + $result.FailedBlocksCount
    Write-Information "`n$($result.PassedCount) passed, $failed failed, $($result.SkippedCount) skipped" -InformationAction Continue
    if ($failed -or -not $result.PassedCount) { throw "Pester: $failed failed." }
}

function Invoke-Analyze {
    if (-not (Import-Tool -Name PSScriptAnalyzer -Version 1.20 -For 'PSScriptAnalyzer')) { return }
    # The manifest is looked at where it is staged: only there it finds the files that it names.
    $files = @(Get-ChildItem $PSScriptRoot -Recurse -File -Include *.ps1, *.psm1, *.psd1 |
            Where-Object { $_.FullName -notmatch '[\\/](out|bin|obj|node_modules)[\\/]' -and $_.Name -ne 'LanguageJobs.psd1' })
    $files += Get-Item $PSScriptRoot/out/LanguageJobs/LanguageJobs.psd1
    # Pester's scopes are none of the analyzer's: what BeforeAll sets looks unused to it.
    $findings = foreach ($file in $files) {
        $less = @{}
        if ($file.FullName -match '[\\/]Pester[\\/]') { $less.ExcludeRule = 'PSUseDeclaredVarsMoreThanAssignments', 'PSProvideCommentHelp' }
        Invoke-ScriptAnalyzer $file.FullName -Settings $PSScriptRoot/PSScriptAnalyzerSettings.psd1 @less
    }
    $findings | Out-Host
    if ($findings) { throw "PSScriptAnalyzer has $(@($findings).Count) findings." }
    Write-Information "PSScriptAnalyzer: $($files.Count) files are clean." -InformationAction Continue
}

# platyPS takes -ProgressAction, which PowerShell gives every command, for one of the command's own.
function Repair-Page([string] $Path) {
    $text = (Get-Content -Raw $Path) -replace '\r\n', "`n"
    $text = $text -replace '(?ms)^### -ProgressAction\n.*?(?=^### )', '' -replace ' \[-ProgressAction <ActionPreference>\]', ''
    [IO.File]::WriteAllText($Path, $text)
}

function Invoke-Help([string] $Markdown = "$PSScriptRoot/docs/en-US", [string] $Maml = "$PSScriptRoot/src/LanguageJobs/en-US") {
    if (-not (Import-Tool -Name platyPS -Version 0.14.2 -For 'help')) { return }
    Invoke-Dotnet build $PSScriptRoot/src/LanguageJobs @configure
    Import-Module $PSScriptRoot/out/LanguageJobs/LanguageJobs.psd1 -Force
    foreach ($command in Get-Command -Module LanguageJobs) {
        $page = Join-Path $Markdown "$($command.Name).md"
        if (Test-Path $page) { $null = Update-MarkdownHelp $page }
        else { $null = New-MarkdownHelp -Command $command.Name -OutputFolder $Markdown }
        Repair-Page $page
    }
    foreach ($file in New-ExternalHelp $Markdown -OutputPath $Maml -Force) {
        $text = (Get-Content -Raw $file) -replace '\r\n', "`n"
        # A text for the console has no use for Markdown's marks.
        if ($file.Extension -eq '.txt') { $text = $text -replace '`' }
        [IO.File]::WriteAllText($file.FullName, $text)
    }
}

# Help that was made again must be help that was committed.
function Invoke-TestHelp {
    if (-not (Import-Tool -Name platyPS -Version 0.14.2 -For 'the check that help is up to date')) { return }
    $copy = New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "LanguageJobs-help-$PID")
    try {
        Copy-Item $PSScriptRoot/docs/en-US $copy/markdown -Recurse
        Invoke-Help $copy/markdown $copy/maml
        $stale = foreach ($pair in @('markdown', 'docs/en-US'), @('maml', 'src/LanguageJobs/en-US')) {
            Get-ChildItem "$copy/$($pair[0])" | Where-Object {
                $committed = "$PSScriptRoot/$($pair[1])/$($_.Name)"
                -not (Test-Path $committed) -or (Get-Content -Raw $_) -cne (Get-Content -Raw $committed)
            } | ForEach-Object { "$($pair[1])/$($_.Name)" }
        }
    }
    finally {
        Remove-Item $copy -Recurse
    }
    if ($stale) { throw "Help is not up to date; run ./build.ps1 Help: $($stale -join ', ')" }
    Write-Information 'Help is up to date.' -InformationAction Continue
}

function Invoke-Package {
    Invoke-Dotnet pack $PSScriptRoot/src/LanguageJobs --configuration Release --output $PSScriptRoot/out
}

foreach ($name in $Task) {
    & "Invoke-$name"
}
foreach ($name in $skipped) { Write-Warning "Skipped: $name." }
