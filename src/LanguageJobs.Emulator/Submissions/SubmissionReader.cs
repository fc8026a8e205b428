using LanguageJobs.Emulator.Jobs;

namespace LanguageJobs.Emulator.Submissions;

/// <summary>Reads and checks a request for a job.</summary>
internal static class SubmissionReader
{
    /// <exception cref="RefusedException">The service would refuse it.</exception>
    public static async Task<Submission> Read(HttpRequest request, ApiGeneration generation)
    {
        var body = await RequestBody.Read(request);
        return new Submission(body.Text("displayName"), DocumentReader.Read(body, generation), TaskReader.Read(body, generation));
    }
}
