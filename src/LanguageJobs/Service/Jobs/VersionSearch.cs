namespace LanguageJobs.Service;

/// <summary>
/// Finds out which API versions an endpoint has, by what its answers say. Candidates are tried in order. Until one is proved, one
/// request at a time probes and the others wait, so a search costs its requests once. It does not send requests itself.
/// </summary>
/// <param name="candidates">The versions to try, in this order.</param>
internal sealed class VersionSearch(IReadOnlyList<string> candidates)
{
    private readonly SemaphoreSlim probing = new(1);

    // The current knowledge. Guarded by a lock on the semaphore.
    private Findings findings = new([]);

    /// <summary>The version that was found; null until one was found.</summary>
    public string? Detected => Proved(candidates);

    /// <summary>Sends a request in the first supported version of a list. If that is not known, tries one after the other.</summary>
    /// <param name="versions">Candidates that fit the request.</param>
    /// <param name="ask">Sends the request in a version. It may be called for several; an answer that refutes one has done nothing.</param>
    /// <param name="cancellation">Ends the wait for other requests that are probing.</param>
    /// <exception cref="LanguageServiceException">The endpoint supports none of the versions, or the request failed for another
    /// reason.</exception>
    public async Task<T> AskAsync<T>(IReadOnlyList<string> versions, Func<string, Task<T>> ask, CancellationToken cancellation)
        where T : class
    {
        var begun = Current;
        var refusals = new Dictionary<string, LanguageServiceException>();
        var probes = false;
        try
        {
            while (true)
            {
                var left = versions.Where(version => !refusals.ContainsKey(version)).ToArray();
                var proved = Proved(left);
                if (proved is null && !probes)
                {
                    await probing.WaitAsync(cancellation).ConfigureAwait(false);
                    probes = true;
                    continue;
                }
                if (proved is not null && probes)
                {
                    probing.Release();
                    probes = false;
                }
                var version = proved ?? Next(left, begun) ?? throw ServiceAnswer.Combine(Reasons(versions, begun, refusals));
                if (await TryAsync(version, ask, refusals).ConfigureAwait(false) is { } answer)
                    return answer;
            }
        }
        finally
        {
            if (probes)
                probing.Release();
        }
    }

    // The answer; null when the endpoint does not support the version.
    private async Task<T?> TryAsync<T>(string version, Func<string, Task<T>> ask, Dictionary<string, LanguageServiceException> refusals)
        where T : class
    {
        try
        {
            var answer = await ask(version).ConfigureAwait(false);
            Prove(version);
            return answer;
        }
        catch (LanguageServiceException e) when (Refutes(e))
        {
            refusals[version] = e;
            Refute(version, e);
            return null;
        }
        catch (LanguageServiceException e) when (Proves(e))
        {
            Prove(version);
            throw;
        }
    }

    /// <summary>True when the answer says that the endpoint does not have the version. Then the request was not carried out either.</summary>
    private static bool Refutes(LanguageServiceException e) => e.Failure is ServiceFailure.ApiNotFound or ServiceFailure.ProjectNotFound;

    /// <summary>True when the service itself answered, even with an error. A gateway's errors have no code in words.</summary>
    private static bool Proves(LanguageServiceException e) => e.StatusCode switch
    {
        >= 200 and < 300 => true,
        401 or 403 or 408 or 429 => false,
        >= 400 and < 500 => ServiceAnswer.IsInWords(e.Code),
        _ => false,
    };

    private Findings Current
    {
        get
        {
            lock (probing)
                return findings;
        }
    }

    private string? Proved(IReadOnlyList<string> versions)
    {
        lock (probing)
            return versions.FirstOrDefault(findings.Proved.Contains);
    }

    // The first version that has not been refuted. A request that waited for a search without a result does not search again.
    private string? Next(IReadOnlyList<string> versions, Findings begun)
    {
        lock (probing)
        {
            return begun.Refuted.Count == candidates.Count ? null : versions.FirstOrDefault(version => !findings.Refuted.ContainsKey(version));
        }
    }

    private void Prove(string version)
    {
        lock (probing)
        {
            if (!findings.Refuted.ContainsKey(version))
                findings.Proved.Add(version);
        }
    }

    private void Refute(string version, LanguageServiceException reason)
    {
        lock (probing)
        {
            // A version that worked before is gone. The others may have changed too, so the search starts again.
            if (findings.Proved.Remove(version))
                findings = new Findings(findings.Proved);
            findings.Refuted[version] = reason;
            // An endpoint without any version is probably a mistake that the user will correct, so nothing is remembered.
            if (findings.Refuted.Count == candidates.Count)
                findings = new Findings([]);
        }
    }

    private LanguageServiceException[] Reasons(
        IReadOnlyList<string> versions, Findings begun, Dictionary<string, LanguageServiceException> refusals)
    {
        lock (probing)
        {
            return [.. versions.SelectMany(version => new[] { refusals, begun.Refuted, findings.Refuted }
                .Where(reasons => reasons.ContainsKey(version)).Take(1).Select(reasons => reasons[version]))];
        }
    }

    /// <summary>Which candidates answered and which did not. One that is in neither was not asked.</summary>
    private sealed class Findings(HashSet<string> proved)
    {
        public HashSet<string> Proved { get; } = proved;

        public Dictionary<string, LanguageServiceException> Refuted { get; } = [];
    }
}
