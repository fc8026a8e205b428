namespace LanguageJobs.Commands;

/// <summary>There is no connection: none was given, none was made, and the environment describes none.</summary>
internal sealed class NotConnectedException() : InvalidOperationException(
    "There is no connection to a Language resource. Run Connect-LanguageService, pass -Connection, "
    + "or set the environment variables LANGUAGE_ENDPOINT and LANGUAGE_KEY.");
