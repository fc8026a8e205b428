using LanguageJobs.Fuzz;

// [--time SECONDS] [--cases N] [--seed N] [--first N]
// Without --seed: half of it with the seed of every run, which finds again what it found once, and half with a fresh seed.
const int FixedSeed = 20_260_101;
const string Usage = "usage: [--time SECONDS] [--cases N] [--seed N] [--first N]";

var options = new Dictionary<string, long>();
for (var i = 0; i < args.Length; i += 2)
{
    if (args[i] is not ("--time" or "--cases" or "--seed" or "--first") || i + 1 == args.Length || !long.TryParse(args[i + 1], out var number))
    {
        Console.Error.WriteLine(Usage);
        return 64;
    }
    options[args[i]] = number;
}

int[] seeds = options.TryGetValue("--seed", out var seed) ? [(int)seed] : [FixedSeed, Random.Shared.Next()];
var cases = options.TryGetValue("--cases", out var wanted) ? wanted / seeds.Length : long.MaxValue / 2;
var time = options.TryGetValue("--time", out var seconds) ? TimeSpan.FromSeconds(seconds) / seeds.Length
    : options.ContainsKey("--cases") ? TimeSpan.MaxValue
    : TimeSpan.FromSeconds(20) / seeds.Length;

var (passed, failed) = (0, 0);
foreach (var each in seeds)
{
    var outcome = await new Fuzzer(each, options.GetValueOrDefault("--first"), cases, time, Console.Out).RunAsync();
    passed += outcome.Passed;
    failed += outcome.Failed;
}
Console.WriteLine($"{passed} passed, {failed} failed");
return failed == 0 ? 0 : 1;
