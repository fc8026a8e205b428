using System.Net;

namespace LanguageJobs.Service;

/// <summary>The body of a submission. It knows whether any of it may have reached the service.</summary>
internal sealed class SubmissionContent(byte[] body) : ByteArrayContent(body)
{
    private volatile bool isUnderWay;

    /// <summary>False as long as there was no connection to write to: then the service has certainly not taken the submission.</summary>
    public bool IsUnderWay => isUnderWay;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext context)
    {
        isUnderWay = true;
        return base.SerializeToStreamAsync(stream, context);
    }
}
