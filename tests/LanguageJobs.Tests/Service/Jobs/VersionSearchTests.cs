using System.Collections.Concurrent;
using LanguageJobs.Service;

namespace LanguageJobs.Tests.Service;

public class VersionSearchTests
{
    private static readonly string[] All = ["a", "b", "c"];

    private readonly VersionSearch search = new(All);
    private readonly ConcurrentQueue<string> asked = new();

    /// <summary>The answers of an endpoint that has some of the versions; nothing else is wrong with it.</summary>
    private Func<string, Task<string>> Having(params string[] versions) => version =>
    {
        asked.Enqueue(version);
        return versions.Contains(version) ? Task.FromResult($"from {version}") : throw NotThere(version);
    };

    private Func<string, Task<string>> Failing(ServiceFailure failure, int? status, string? code = null) => version =>
    {
        asked.Enqueue(version);
        throw new LanguageServiceException(failure, "No.") { StatusCode = status, Code = code };
    };

    private static LanguageServiceException NotThere(string version) =>
        new(ServiceFailure.ApiNotFound, "No.") { StatusCode = 404, Requests = $"404 from https://contoso/{version}" };

    private Task<string> AskAsync(Func<string, Task<string>> ask, params string[] versions) =>
        search.AskAsync(versions.Length > 0 ? versions : All, ask, CancellationToken.None);

    [Theory]
    [InlineData("a", "a")]
    [InlineData("b", "a b")]
    [InlineData("c", "a b c")]
    [InlineData("b c", "a b")]
    public async Task Candidates_are_tried_in_order_until_one_is_there(string versions, string expected)
    {
        Assert.Null(search.Detected);

        await AskAsync(Having(versions.Split(' ')));

        Assert.Equal(expected.Split(' '), asked);
        Assert.Equal(asked.Last(), search.Detected);
    }

    [Fact]
    public async Task What_was_found_is_asked_first_from_then_on()
    {
        await AskAsync(Having("b"));
        asked.Clear();

        Assert.Equal("from b", await AskAsync(Having("b")));
        Assert.Equal("from b", await AskAsync(Having("b"), "b", "c"));

        Assert.Equal(["b", "b"], asked);
    }

    [Theory]
    [InlineData(ServiceFailure.RequestRejected, 400, "InvalidRequest", true)]
    [InlineData(ServiceFailure.JobNotFound, 404, "NotFound", true)]
    [InlineData(ServiceFailure.InvalidResponse, 200, null, true)]
    [InlineData(ServiceFailure.RequestRejected, 400, "400", false)]
    [InlineData(ServiceFailure.RequestRejected, 400, null, false)]
    [InlineData(ServiceFailure.Unauthorized, 401, "Unauthorized", false)]
    [InlineData(ServiceFailure.Forbidden, 403, "Forbidden", false)]
    [InlineData(ServiceFailure.ServiceUnavailable, 408, "Timeout", false)]
    [InlineData(ServiceFailure.TooManyRequests, 429, "TooManyRequests", false)]
    [InlineData(ServiceFailure.ServiceUnavailable, 503, "ServiceUnavailable", false)]
    [InlineData(ServiceFailure.RedirectRefused, 302, null, false)]
    [InlineData(ServiceFailure.ConnectionFailed, null, null, false)]
    public async Task A_failure_ends_the_request_and_proves_a_version_only_where_the_service_itself_spoke(
        ServiceFailure failure, int? status, string? code, bool proves)
    {
        var e = await Assert.ThrowsAsync<LanguageServiceException>(() => AskAsync(Failing(failure, status, code)));

        Assert.Equal(failure, e.Failure);
        Assert.Equal(["a"], asked);
        Assert.Equal(proves ? "a" : null, search.Detected);
    }

    [Fact]
    public async Task A_request_that_proved_nothing_leaves_the_search_to_the_next()
    {
        await Assert.ThrowsAsync<LanguageServiceException>(() => AskAsync(Failing(ServiceFailure.Unauthorized, 401)));

        Assert.Equal("from b", await AskAsync(Having("b")));
        Assert.Equal(["a", "a", "b"], asked);
    }

    [Fact]
    public async Task One_request_probes_while_the_others_wait()
    {
        var refusal = new TaskCompletionSource<string>();
        var first = AskAsync(version => version == "a" ? refusal.Task : Having("b")(version));
        var others = Enumerable.Range(0, 20).Select(_ => AskAsync(Having("b"))).ToArray();
        Assert.Empty(asked);

        refusal.SetException(NotThere("a"));

        Assert.All(await Task.WhenAll([first, .. others]), answer => Assert.Equal("from b", answer));
        Assert.DoesNotContain("a", asked);
    }

    [Fact]
    public async Task A_search_that_finds_nothing_costs_all_who_wait_its_requests_once_and_names_them()
    {
        var begun = new TaskCompletionSource();
        var requests = Enumerable.Range(0, 20).Select(_ => AskAsync(async version =>
        {
            await begun.Task;
            return await Having()(version);
        })).ToArray();
        begun.SetResult();

        foreach (var request in requests)
        {
            var e = await Assert.ThrowsAsync<LanguageServiceException>(() => request);
            Assert.Equal(ServiceFailure.ApiNotFound, e.Failure);
            Assert.Contains("404 from https://contoso/a, 404 from https://contoso/b, 404 from https://contoso/c", e.Message);
        }
        Assert.Equal(All, asked);
    }

    [Fact]
    public async Task After_a_search_that_found_nothing_nothing_is_remembered()
    {
        await Assert.ThrowsAsync<LanguageServiceException>(() => AskAsync(Having()));
        asked.Clear();

        await AskAsync(Having("a"));

        Assert.Equal(["a"], asked);
        Assert.Equal("a", search.Detected);
    }

    [Fact]
    public async Task A_version_that_is_gone_starts_the_search_again()
    {
        await AskAsync(Having("c"));
        asked.Clear();

        Assert.Equal("from b", await AskAsync(Having("b")));

        Assert.Equal(["c", "a", "b"], asked);
        Assert.Equal("b", search.Detected);
    }

    [Fact]
    public async Task Several_requests_that_find_a_version_gone_start_one_search()
    {
        await AskAsync(Having("a"));
        asked.Clear();
        var gone = new TaskCompletionSource();
        var requests = Enumerable.Range(0, 10).Select(_ => AskAsync(async version =>
        {
            if (version == "a")
                await gone.Task;
            return await Having("c")(version);
        })).ToArray();

        gone.SetResult();

        Assert.All(await Task.WhenAll(requests), answer => Assert.Equal("from c", answer));
        Assert.Equal(10, asked.Count(version => version == "a"));
        Assert.Single(asked, "b");
        Assert.Equal("c", search.Detected);
    }

    [Fact]
    public async Task A_request_that_fits_only_some_versions_is_answered_by_one_of_them()
    {
        await AskAsync(Having("a", "c"));

        Assert.Equal("from c", await AskAsync(Having("a", "c"), "b", "c"));

        Assert.Equal(["a", "b", "c"], asked);
        Assert.Equal("a", search.Detected);
    }

    [Fact]
    public async Task A_refuted_version_is_not_asked_again_while_another_one_is_there()
    {
        await AskAsync(Having("a"));
        await Assert.ThrowsAsync<LanguageServiceException>(() => AskAsync(Having("a"), "b", "c"));
        asked.Clear();

        var e = await Assert.ThrowsAsync<LanguageServiceException>(() => AskAsync(Having("a"), "b", "c"));

        Assert.Empty(asked);
        Assert.Contains("404 from https://contoso/b, 404 from https://contoso/c", e.Message);
    }

    [Fact]
    public async Task A_request_that_is_cancelled_stops_waiting_and_blocks_no_other()
    {
        using var cancelled = new CancellationTokenSource();
        var answer = new TaskCompletionSource<string>();
        var first = AskAsync(_ => answer.Task);
        var waiting = search.AskAsync(All, Having("a"), cancelled.Token);

        cancelled.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        answer.SetCanceled();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        Assert.Equal("from a", await AskAsync(Having("a")));
    }
}
