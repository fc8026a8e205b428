using System.Diagnostics;

namespace LanguageJobs.Fuzz;

/// <summary>Runs cases until there were enough, or time is up. Each has its own random numbers, so that it can be run again alone.</summary>
internal sealed class Fuzzer(int seed, long firstCase, long cases, TimeSpan time, TextWriter output)
{
    private const int MostPrinted = 20;

    private static readonly TimeSpan LongestCase = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMinutes(1);
    private static readonly CaseKind[] Kinds = Enum.GetValues<CaseKind>();

    private readonly long[] run = new long[Kinds.Length];
    private readonly long[] faults = new long[Kinds.Length];
    private readonly Stopwatch watch = Stopwatch.StartNew();

    private long current;
    private long currentStart;

    /// <returns>How many kinds of cases passed and failed.</returns>
    public async Task<(int Passed, int Failed)> RunAsync()
    {
        output.WriteLine($"seed {seed}");
        using var guard = new Timer(_ => EndHang(), null, LongestCase, TimeSpan.FromSeconds(1));
        var reported = TimeSpan.Zero;
        for (var number = firstCase; number < firstCase + cases && watch.Elapsed < time; number++)
        {
            await CountAsync(number);
            if (watch.Elapsed - reported > BetweenReports)
            {
                reported = watch.Elapsed;
                output.WriteLine(FormattableString.Invariant($"{run.Sum():N0} cases, {faults.Sum():N0} faults, {reported:hh\\:mm\\:ss}"));
            }
        }
        foreach (var kind in Kinds)
            output.WriteLine(FormattableString.Invariant($"{kind}: {run[(int)kind]:N0} cases, {faults[(int)kind]:N0} faults"));
        using var process = Process.GetCurrentProcess();
        output.WriteLine(FormattableString.Invariant(
            $"seed {seed}: {run.Sum():N0} cases in {watch.Elapsed.TotalSeconds:N0} s, peak memory {process.PeakWorkingSet64 >> 20} MB"));
        return (Kinds.Count(kind => run[(int)kind] > 0 && faults[(int)kind] == 0), faults.Count(count => count > 0));
    }

    private static async Task RunAsync(CaseKind kind, Random random)
    {
        var bodies = new BodyMutator(random);
        switch (kind)
        {
            case CaseKind.Answers:
                await new AnswerCase(random, bodies).RunAsync();
                break;
            case CaseKind.Lines:
                BodyCase.ReadLines(bodies.MutateBytes(BodyCase.LinesOf(bodies.Next().ToUtf8())));
                break;
            case CaseKind.Pages:
                BodyCase.Join(bodies.NextMutated(), bodies.NextMutated());
                break;
            default:
                BodyCase.Read(bodies.NextMutated());
                break;
        }
    }

    // An answer costs as much as twenty bodies.
    private static CaseKind KindOf(long number) => number switch
    {
        _ when number % 100 == 0 => CaseKind.Answers,
        _ when number % 20 == 1 => CaseKind.Lines,
        _ when number % 20 == 2 => CaseKind.Pages,
        _ => CaseKind.Bodies,
    };

    // The numbers must be the same in every process; HashCode.Combine is not.
    private Random NumbersOf(long number) => new(unchecked((int)(((ulong)seed * 6364136223846793005UL + (ulong)number) * 0x9E3779B97F4A7C15UL >> 32)));

    private async Task CountAsync(long number)
    {
        var kind = KindOf(number);
        Volatile.Write(ref current, number);
        Volatile.Write(ref currentStart, watch.ElapsedTicks);
        run[(int)kind]++;
        try
        {
            await RunAsync(kind, NumbersOf(number));
        }
        catch (Exception e)
        {
            if (++faults[(int)kind] <= MostPrinted)
                output.WriteLine($"FAILED: --seed {seed} --first {number} --cases 1: {e}");
        }
    }

    // A case that does not end cannot be stopped; the process can.
    private void EndHang()
    {
        if (watch.ElapsedTicks - Volatile.Read(ref currentStart) < LongestCase.TotalSeconds * Stopwatch.Frequency)
            return;
        output.WriteLine($"FAILED: --seed {seed} --first {Volatile.Read(ref current)} --cases 1: no end after {LongestCase}");
        output.WriteLine("0 passed, 1 failed");
        output.Flush();
        Environment.Exit(1);
    }
}
