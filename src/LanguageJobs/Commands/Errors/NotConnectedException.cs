namespace LanguageJobs.Commands;

/// <summary>There is no connection: none was given or made, and the environment variables are not set.</summary>
internal sealed class NotConnectedException() : InvalidOperationException(
    "There is no connection to a Language resource. Run Connect-LanguageService, pass -Connection, "
    + "or set the environment variables LANGUAGE_ENDPOINT and LANGUAGE_KEY.");
