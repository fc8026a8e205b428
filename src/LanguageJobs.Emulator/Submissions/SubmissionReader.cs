using LanguageJobs.Emulator.Jobs;

namespace LanguageJobs.Emulator.Submissions;

/// <summary>Reads and checks a request for a job.</summary>
internal static class SubmissionReader
{
    /// <exception cref="RefusedException">The service would refuse it.</exception>
    public static async Task<Submission> Read(HttpRequest request, ApiGeneration generation)
    {
        var body = await RequestBody.Read(request);
        try
        {
            return new Submission(body.Text("displayName"), DocumentReader.Read(body, generation), TaskReader.Read(body, generation));
        }
        catch (InvalidOperationException)
        {
            // A string shows that it is no Unicode (half a surrogate pair, bytes that are not UTF-8) only when it is read.
            throw Refusals.BodyFormat("The request body has text that is not valid Unicode.");
        }
    }
}
