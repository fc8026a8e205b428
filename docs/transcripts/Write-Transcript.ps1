<#
.SYNOPSIS
Runs the scripts beside it in this PowerShell, statement by statement, and writes what a prompt would show to docs/*.md.

.DESCRIPTION
Needs a build (dotnet build) and PowerShell 7. The service is the emulator, a process of its own that ends with the script.

.EXAMPLE
pwsh docs/transcripts/Write-Transcript.ps1
#>
[CmdletBinding()]
param(
    [string[]] $Name = @('session', 'display')
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$PSStyle.OutputRendering = 'PlainText'
$repository = (Resolve-Path "$PSScriptRoot/../..").Path
Import-Module $repository/tests/Pester/LocalService.psm1

# Variables live from one statement to the next, as at a prompt; nothing of this script is among them.
function Show-Statement([System.Management.Automation.PowerShell] $Shell, [string] $Text) {
    ($Text -split '\r?\n' | ForEach-Object { "PS> $_".TrimEnd() }) -join "`n"
    $Shell.Commands.Clear()
    $null = $Shell.AddScript("& { `$PSStyle.OutputRendering = 'PlainText' }; . { $Text } 2>&1 | Out-String -Width 80", $false)
    $shown = ($Shell.Invoke() -join '') -split '\r?\n' | ForEach-Object TrimEnd
    # Paths are shown as a reader would have them.
    $shown = ($shown -join "`n").Trim("`n").Replace($repository, '~/LanguageJobs')
    if ($shown) { "`n$shown`n" }
}

function Write-Session([string] $Script, [string] $Markdown) {
    $ast = [System.Management.Automation.Language.Parser]::ParseFile($Script, [ref] $null, [ref] $null)
    $text = $ast.Extent.Text
    $introduction = [regex]::Match($text, '(?s)^<#\s*(.*?)\s*#>').Groups[1].Value
    $shell = [powershell]::Create('NewRunspace')
    $lines = foreach ($statement in $ast.EndBlock.Statements) { Show-Statement $shell $statement.Extent.Text }
    $shell.Dispose()
    $how = '<!-- Made by a run: pwsh docs/transcripts/Write-Transcript.ps1 -->'
    Set-Content $Markdown "$introduction`n`n$how`n`n``````console`n$($lines -join "`n")`n``````"
}

$service = Start-LocalService -Option '--jobs', "$repository/examples/jobs", '--projects', "$repository/examples/projects", '--job-duration', '1s..3s'
try {
    $env:LANGUAGE_ENDPOINT, $env:LANGUAGE_KEY = $service.Endpoint, $service.Key
    Push-Location $repository
    [Environment]::CurrentDirectory = $repository
    foreach ($each in $Name) { Write-Session "$PSScriptRoot/$each.ps1" "$repository/docs/$each.md" }
}
finally {
    Pop-Location
    Stop-LocalService $service
    Remove-Item $repository/entities.csv -ErrorAction Ignore
}
