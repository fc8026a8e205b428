namespace LanguageJobs.Emulator.Load;

/// <summary>What the clients of the load have seen.</summary>
internal sealed class Tally
{
    public int Jobs;
    public int Documents;
    public int Retries;
    public int LostJobs;
    public int WrongAnswers;
}
