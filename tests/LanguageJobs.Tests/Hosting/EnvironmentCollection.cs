namespace LanguageJobs.Tests.Hosting;

/// <summary>Tests of what belongs to the whole process, as its environment and its memory: no other test runs beside them.</summary>
[CollectionDefinition("Environment", DisableParallelization = true)]
public sealed class EnvironmentCollection;
