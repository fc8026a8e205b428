using LanguageJobs.Emulator.Http;

namespace LanguageJobs.Emulator.Submissions;

/// <summary>A request that the service refuses, with the answer it gives.</summary>
internal sealed class RefusedException(ServiceError error) : Exception(error.InnerMessage ?? error.Message)
{
    public ServiceError Error => error;
}
