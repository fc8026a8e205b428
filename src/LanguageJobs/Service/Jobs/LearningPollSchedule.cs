namespace LanguageJobs.Service;

/// <summary>
/// When to ask for one of many jobs of the same kind: when jobs before it were usually finished. Questions cost requests, and many jobs together
/// need the requests more than any of them needs to be seen at once.
/// </summary>
internal sealed class LearningPollSchedule : PollSchedule
{
    private const double ShareOfNewest = 0.1;
    private const double Margin = 1.1;
    private const double ShareBetween = 0.2;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly object gate = new();
    private double? usual;

    public override TimeSpan Interval(TimeSpan age)
    {
        double? expected;
        lock (gate)
            expected = Margin * usual;
        if (expected is null)
            return base.Interval(age);
        return Between(age.TotalSeconds < expected ? expected.Value - age.TotalSeconds : ShareBetween * age.TotalSeconds, LongestWait);
    }

    /// <summary>Learns how long a job took, by the service's own times: when it was asked for would say too much.</summary>
    public override void Learn(LanguageJob finished)
    {
        if (finished.LastUpdateDateTime - finished.CreatedDateTime is not { } took || took < TimeSpan.Zero)
            return;
        lock (gate)
            usual = usual is null ? took.TotalSeconds : usual + ShareOfNewest * (took.TotalSeconds - usual);
    }
}
