namespace LanguageJobs.Tests.Hosting;

/// <summary>Tests that change the environment, which belongs to the whole process: no other test runs beside them.</summary>
[CollectionDefinition("Environment", DisableParallelization = true)]
public sealed class EnvironmentCollection;
