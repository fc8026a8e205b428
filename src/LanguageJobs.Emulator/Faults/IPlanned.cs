namespace LanguageJobs.Emulator.Faults;

/// <summary>Something that is planned to happen, once or several times.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
internal interface IPlanned<TSelf>
    where TSelf : class
{
    /// <returns>What is left of the plan after it happened once, or null.</returns>
    TSelf? AfterOnce();
}
