# A run in the sandbox: all sample documents, in two shards. Interrupt it and start it again, and it continues.
Connect-LanguageService $env:LANGUAGE_ENDPOINT -Key $env:LANGUAGE_KEY
$what = @{
    Path           = 'run'
    InputPath      = 'examples/projects/agreements/documents', 'examples/projects/support-tickets/documents'
    Kind           = 'CustomEntityRecognition'
    ProjectName    = 'Agreements'
    DeploymentName = 'production'
    ShardCount     = 2
}
$run = Invoke-LanguageJobRun @what
$run
# Again: everything is done, and nothing is sent.
$run = Invoke-LanguageJobRun @what
$run.Shards
exit $run.ExitCode
