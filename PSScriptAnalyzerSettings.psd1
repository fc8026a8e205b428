@{
    # Every rule counts, of every severity; these have settings of their own.
    Rules        = @{
        PSUseConsistentIndentation       = @{ Enable = $true; Kind = 'space'; IndentationSize = 4; PipelineIndentation = 'IncreaseIndentationForFirstPipeline' }
        PSUseConsistentWhitespace        = @{ Enable = $true; IgnoreAssignmentOperatorInsideHashTable = $true }
        PSPlaceOpenBrace                 = @{ Enable = $true; OnSameLine = $true; NewLineAfter = $true; IgnoreOneLineBlock = $true }
        PSUseCompatibleSyntax            = @{ Enable = $true; TargetVersions = @('5.1', '7.4') }
        PSAvoidUsingPositionalParameters = @{ CommandAllowList = @('Invoke-Dotnet') }
    }

    # Scripts are UTF-8 without a byte order mark, as everything else here.
    ExcludeRules = @('PSUseBOMForUnicodeEncodedFile')
}
