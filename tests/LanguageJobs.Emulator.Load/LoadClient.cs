using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace LanguageJobs.Emulator.Load;

/// <summary>A client that submits job after job, and reads each to the end of its last page whatever faults it meets.</summary>
internal sealed class LoadClient(HttpClient http, string body, Tally tally)
{
    private const int DocumentsPerJob = 25;

    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (await Submit() is { } location)
                await ReadToTheEnd(location);
        }
    }

    // A submission whose answer is lost is not repeated: it may have been taken.
    private async Task<string?> Submit()
    {
        try
        {
            using var answer = await http.PostAsync(
                "language/analyze-text/jobs?api-version=2023-04-01", new StringContent(body, Encoding.UTF8, "application/json"));
            return answer.StatusCode == HttpStatusCode.Accepted ? answer.Headers.GetValues("operation-location").Single() : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task ReadToTheEnd(string location)
    {
        var documents = 0;
        for (string? link = location; link is not null;)
        {
            if (await Get(link) is not { } page)
            {
                Interlocked.Increment(ref tally.LostJobs);
                return;
            }
            if ((string?)page["status"] is "notStarted" or "running")
            {
                await Task.Delay(200);
                continue;
            }
            documents += page["tasks"]!["items"]![0]!["results"]!["documents"]!.AsArray().Count;
            link = (string?)page["nextLink"];
        }
        Interlocked.Increment(ref tally.Jobs);
        Interlocked.Add(ref tally.Documents, documents);
        if (documents != DocumentsPerJob)
            Interlocked.Increment(ref tally.WrongAnswers);
    }

    private async Task<JsonNode?> Get(string link)
    {
        for (var attempt = 0; attempt < 30; attempt++)
        {
            try
            {
                using var answer = await http.GetAsync(link);
                if (answer.StatusCode == HttpStatusCode.OK)
                    return JsonNode.Parse(await answer.Content.ReadAsStringAsync());
                if (answer.StatusCode == HttpStatusCode.NotFound)
                    return null;
            }
            catch (HttpRequestException)
            {
                // Cut; another attempt follows.
            }
            Interlocked.Increment(ref tally.Retries);
            await Task.Delay(20);
        }
        return null;
    }
}
