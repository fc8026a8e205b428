namespace LanguageJobs.Emulator;

/// <summary>In whose shape jobs of the v3 route are answered.</summary>
public enum EmulatorDialect
{
    /// <summary>As the service was recorded.</summary>
    Recorded,

    /// <summary>As the documentation of the service has it, which the service never sent.</summary>
    Documented,
}
