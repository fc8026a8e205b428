namespace LanguageJobs.Emulator;

/// <summary>When a job was taken and when it is finished, on the emulator's clock.</summary>
/// <param name="Started">When it was taken.</param>
/// <param name="Finished">When it is finished, or cancelled.</param>
public readonly record struct JobTimes(DateTimeOffset Started, DateTimeOffset Finished);
