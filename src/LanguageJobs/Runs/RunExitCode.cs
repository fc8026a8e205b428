namespace LanguageJobs.Runs;

/// <summary>What a worker tells the engine that started it. The numbers are those of sysexits.h, as far as it has them.</summary>
internal static class RunExitCode
{
    public const int Collected = 0;
    public const int SomeRefused = 3;
    public const int PersonDecides = 4;
    public const int BadArguments = 64;
    public const int CannotWrite = 73;
    public const int ComeAgain = 75;

    // Where several shards end differently, the first of these counts: what is worst for the whole run.
    private static readonly int[] Worst = [BadArguments, CannotWrite, ComeAgain, PersonDecides, SomeRefused];

    /// <summary>The code of a run whose shards end with these.</summary>
    public static int Of(IEnumerable<int> codes)
    {
        var all = codes.ToArray();
        return Array.Find(Worst, all.Contains);
    }

    /// <summary>The code for what became of the documents, where nothing else went wrong.</summary>
    public static int Of(RunCounts counts) => counts switch
    {
        { Pending: > 0 } => ComeAgain,
        { Unsure: > 0 } or { Purged: > 0 } => PersonDecides,
        { Refused: > 0 } => SomeRefused,
        _ => Collected,
    };

    /// <summary>The code for a failure.</summary>
    public static int Of(Exception e) => e switch
    {
        RunException run => Of(run.Failure),
        LanguageServiceException service => Of(service.Failure),
        // Kinds that no API version has in one job.
        FormatException => BadArguments,
        _ => ComeAgain,
    };

    private static int Of(RunFailure failure) => failure switch
    {
        RunFailure.RunNotWritable => CannotWrite,
        RunFailure.ShardInUse or RunFailure.JobsLeft => ComeAgain,
        _ => BadArguments,
    };

    // What the same command will meet again, however often it is repeated.
    private static int Of(ServiceFailure failure) => failure switch
    {
        ServiceFailure.ApiNotFound or ServiceFailure.ProjectNotFound or ServiceFailure.Unauthorized or ServiceFailure.Forbidden
            or ServiceFailure.RedirectRefused or ServiceFailure.AddressRefused or ServiceFailure.NotSupported
            or ServiceFailure.RequestRejected => BadArguments,
        _ => ComeAgain,
    };
}
