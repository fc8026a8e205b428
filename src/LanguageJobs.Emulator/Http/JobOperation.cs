namespace LanguageJobs.Emulator.Http;

/// <summary>What a request wants of the job API.</summary>
/// <param name="Words">The service's name for it, as refusals spell it.</param>
internal sealed record JobOperation(string Words)
{
    public static readonly JobOperation Submit = new("Submit text analysis job");
    public static readonly JobOperation Get = new("Get analysis status and results");
    public static readonly JobOperation Cancel = new("Cancel text analysis job");
}
