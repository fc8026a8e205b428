# The emulator as a process of its own, on a free port, for as long as a test file runs.

# The jobs of tests have no place in the user's own history.
$env:LANGUAGEJOBS_HISTORY = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "languagejobs-history-$PID") -Force).FullName

$repository = Resolve-Path (Join-Path $PSScriptRoot '../..')

function Start-LocalService {
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '')]
    param([string[]] $Option = @())

    $emulator = Get-ChildItem "$repository/src/LanguageJobs.Emulator/bin" -Recurse -Filter LanguageJobs.Emulator.dll |
        Where-Object FullName -NotMatch '[\\/]ref[\\/]' | Sort-Object LastWriteTime -Descending | Select-Object -First 1
    if (-not $emulator) { throw 'Run dotnet build first.' }

    # One string: .NET Framework has no list of arguments.
    $arguments = @($emulator.FullName, '--urls', 'http://127.0.0.1:0', '--key', 'sandbox-key', '--log', 'none') + $Option
    $start = [Diagnostics.ProcessStartInfo]::new('dotnet', ($arguments.ForEach{ "`"$_`"" } -join ' '))
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    $line = $process.StandardOutput.ReadLine()
    if ($line -notmatch 'http://[0-9.:]+') { throw "The emulator did not start: $line" }

    [pscustomobject]@{ Endpoint = $Matches[0]; Key = 'sandbox-key'; Process = $process }
}

function Stop-LocalService {
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '')]
    param([Parameter(Mandatory)] $Service)

    $Service.Process.Kill()
    $Service.Process.WaitForExit()
}

# A session as a user has it: the staged module, and a service that has the saved jobs.
function Connect-LocalService {
    Import-Module "$repository/out/LanguageJobs/LanguageJobs.psd1" -Global
    $service = Start-LocalService -Option '--jobs', (Get-ExamplePath jobs), '--projects', "$PSScriptRoot/projects", '--job-duration', '1s'
    Connect-LanguageService $service.Endpoint -Key $service.Key -RequestsPerMinute 0
    $service
}

function Get-ExamplePath([string] $Path) { Join-Path $repository "examples/$Path" }

function Get-SavedJobPath([string] $Name = '*') { Get-ExamplePath "jobs/$Name.json" }

Export-ModuleMember -Function Start-LocalService, Stop-LocalService, Connect-LocalService, Get-ExamplePath, Get-SavedJobPath
