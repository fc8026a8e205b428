using System.Net;

namespace LanguageJobs.Service;

/// <summary>The body of a submission. It records whether any of it may have reached the service.</summary>
internal sealed class SubmissionContent(byte[] body) : ByteArrayContent(body)
{
    private volatile bool isUnderWay;

    /// <summary>False until there was a connection to write to: then the service has definitely not accepted the submission.</summary>
    public bool IsUnderWay => isUnderWay;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext context)
    {
        isUnderWay = true;
        return base.SerializeToStreamAsync(stream, context);
    }
}
