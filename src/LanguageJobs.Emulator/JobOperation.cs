namespace LanguageJobs.Emulator;

/// <summary>What a request wants of the job API.</summary>
public enum JobOperation
{
    /// <summary>To start a job.</summary>
    Submit,

    /// <summary>To read a job's state and results.</summary>
    Get,

    /// <summary>To cancel a job.</summary>
    Cancel,
}
