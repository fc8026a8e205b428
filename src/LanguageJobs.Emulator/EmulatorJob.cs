namespace LanguageJobs.Emulator;

/// <summary>A job that the emulator knows.</summary>
/// <param name="JobId">Its id.</param>
/// <param name="DisplayName">Its display name; null where none was given.</param>
/// <param name="Started">When it was taken or loaded, on the emulator's clock.</param>
/// <param name="Finished">When it is finished, or cancelled.</param>
/// <param name="Polls">How often it was asked for.</param>
public sealed record EmulatorJob(string JobId, string? DisplayName, DateTimeOffset Started, DateTimeOffset Finished, int Polls);
