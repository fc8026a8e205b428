namespace LanguageJobs.Service;

/// <summary>A resource's key, in the header <c>Ocp-Apim-Subscription-Key</c>.</summary>
internal sealed class KeyCredential(string key) : ServiceCredential
{
    private readonly string key = Checked(key, "key");

    public override string Kind => "Key";

    public override Task ApplyAsync(HttpRequestMessage request, ServiceLog log, CancellationToken cancellation)
    {
        request.Headers.Add("Ocp-Apim-Subscription-Key", key);
        return Task.CompletedTask;
    }
}
