using System.Management.Automation;
using System.Text;
using LanguageJobs.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace LanguageJobs.Tests.Commands;

/// <summary>Answers that are not what the service usually sends: each ends in data or in one clear error, and nothing hangs.</summary>
public class HostileAnswerTests
{
    [Theory]
    [InlineData(401, """{"error":{"code":"401","message":"Access denied due to invalid subscription key."}}""", "Unauthorized", ErrorCategory.AuthenticationError, 1)]
    [InlineData(403, """{"error":{"code":"403","message":"Out of call volume quota for TextAnalytics F0 pricing tier. Please retry after 15 days."}}""", "QuotaExceeded", ErrorCategory.QuotaExceeded, 1)]
    [InlineData(403, """{"error":{"code":"Forbidden","message":"No role."}}""", "Forbidden", ErrorCategory.PermissionDenied, 1)]
    [InlineData(404, """{"error":{"code":"NotFound","message":"Not here."}}""", "JobNotFound", ErrorCategory.ObjectNotFound, 2)]
    [InlineData(400, """{"error":{"code":"InvalidRequest","message":"Bad.","innererror":{"code":"InvalidParameterValue","message":"top is wrong."}}}""", "RequestRejected", ErrorCategory.InvalidArgument, 1)]
    [InlineData(408, """{"error":{"code":"Timeout","message":"The operation was timeout."}}""", "ServiceUnavailable", ErrorCategory.ResourceUnavailable, 2)]
    [InlineData(429, """{"error":{"code":"429","message":"Too many."}}""", "TooManyRequests", ErrorCategory.LimitsExceeded, 2)]
    [InlineData(500, """{"error":{"code":"InternalServerError","innerError":{"requestId":"x"},"message":"Internal server error"}}""", "ServiceUnavailable", ErrorCategory.ResourceUnavailable, 2)]
    [InlineData(504, "upstream request timeout", "ServiceUnavailable", ErrorCategory.ResourceUnavailable, 2)]
    [InlineData(204, "", "InvalidResponse", ErrorCategory.InvalidResult, 1)]
    [InlineData(200, "", "InvalidResponse", ErrorCategory.InvalidResult, 1)]
    [InlineData(200, "<html><body>Sign in</body></html>", "InvalidResponse", ErrorCategory.InvalidResult, 1)]
    public async Task A_refusal_is_one_error_after_the_tries_that_make_sense(int status, string body, string expected, ErrorCategory category, int requests)
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = status == 403 ? "1296000" : "0";
            if (body.Length > 0)
                await context.Response.WriteAsync(body);
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var (record, id) = session.Run("Get-LanguageJob j").SingleError();

        Assert.Equal((expected, category), (id, record.CategoryInfo.Category));
        Assert.Contains(server.Endpoint.ToString(), record.Exception.Message);
        Assert.Equal(requests, server.Requests.Length);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task What_no_job_can_survive_ends_the_command(int status)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(Bodies.Error($"{status}", "Out of call volume quota"));
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var result = session.Run("1..500 | Get-LanguageJob");

        result.SingleError();
        Assert.InRange(server.Requests.Length, 1, 30);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_passing_trouble_is_waited_out(int status)
    {
        var answers = 0;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            if (Interlocked.Increment(ref answers) > 1)
                return context.Response.WriteAsync(Bodies.V3("j"));
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "0";
            return context.Response.WriteAsync(Bodies.Error("429", "Please retry."));
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var result = session.Run("Get-LanguageJob j -Verbose").ThrowIfFailed();

        Assert.Single(result.Of<LanguageJob>());
        Assert.Contains(result.Verbose, text => text.Contains("Trying again"));
    }

    [Fact]
    public async Task A_connection_that_is_cut_in_the_middle_of_a_body_is_tried_again()
    {
        var answers = 0;
        var body = Bodies.V3("j", documentIds: ["1"]);
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentLength = Encoding.UTF8.GetByteCount(body);
            if (Interlocked.Increment(ref answers) > 1)
            {
                await context.Response.WriteAsync(body);
                return;
            }
            await context.Response.WriteAsync(body[..50]);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        Assert.Single(session.Run("Get-LanguageJob j").ThrowIfFailed().Of<LanguageJob>());
        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task A_connection_that_is_cut_every_time_is_one_error()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        Assert.Equal("ConnectionFailed", session.Run("Get-LanguageJob j").SingleError().Id);
    }

    [Fact]
    public void Nobody_listening_is_one_error()
    {
        using var session = PowerShellSession.ConnectedTo(new Uri("http://127.0.0.1:1"), "-MaximumRetryCount 0");

        var (record, id) = session.Run("Get-LanguageJob j").SingleError();

        Assert.Equal("ConnectionFailed", id);
        Assert.Contains("http://127.0.0.1:1/", record.Exception.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("gateway/lang-1/")]
    public async Task A_next_link_to_another_host_is_followed_at_the_endpoint_and_that_host_sees_no_request(string prefix)
    {
        await using var other = await LoopbackServer.WithJsonAsync(Bodies.V3("j"));
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(context.Request.QueryString.Value!.Contains("skip")
            ? Bodies.V3("j", documentIds: ["2"])
            : Bodies.V3("j", nextLink: $"{other.Endpoint}text/analytics/v3.2-preview.2/analyze/jobs/j?$skip=1", documentIds: ["1"])));
        using var session = PowerShellSession.ConnectedTo(new Uri(server.Endpoint, prefix));

        var result = session.Run("Get-LanguageJobEntity j").ThrowIfFailed();

        Assert.Equal(["1", "2"], result.Of<LanguageEntity>().Select(entity => entity.DocumentId));
        Assert.Empty(other.Requests);
        Assert.Equal($"/{prefix}text/analytics/v3.2-preview.2/analyze/jobs/j?$skip=1", server.Requests[^1].PathAndQuery);
    }

    [Theory]
    [InlineData("http://[")]
    [InlineData("file:///etc/passwd")]
    [InlineData("a:b")]
    public async Task A_next_link_that_is_no_address_costs_one_error_and_none_of_the_rows_before_it(string link)
    {
        await using var server = await LoopbackServer.WithJsonAsync(Bodies.V3("j", nextLink: link, documentIds: ["1"]));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var result = session.Run("Get-LanguageJobEntity j");

        Assert.Equal("InvalidResponse", result.SingleError().Id);
        Assert.Single(result.Of<LanguageEntity>());
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(307)]
    public async Task A_redirect_is_refused_and_the_other_host_sees_no_request(int status)
    {
        await using var other = await LoopbackServer.WithJsonAsync(Bodies.V3("j"));
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = other.Endpoint.ToString();
            return Task.CompletedTask;
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var (record, id) = session.Run("Get-LanguageJob j").SingleError();

        Assert.Equal("RedirectRefused", id);
        Assert.Contains(other.Endpoint.ToString(), record.Exception.Message);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task A_next_link_that_repeats_is_an_error_and_not_a_loop()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
            context.Response.WriteAsync(Bodies.V3("j", nextLink: $"http://{context.Request.Host}{context.Request.Path}?$skip=2")));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        Assert.Equal("NextLinkRepeated", session.Run("Get-LanguageJob j").SingleError().Id);
        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task A_body_of_fifty_megabytes_is_data()
    {
        var documents = Enumerable.Range(0, 500_000).Select(i => $"{i}").ToArray();
        var body = Bodies.V3("j", documentIds: documents);
        Assert.True(body.Length > 50_000_000);
        await using var server = await LoopbackServer.WithJsonAsync(body);
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        Assert.Equal(documents.Length, session.Run("(Get-LanguageJob j).Tasks[0].Documents.Count").ThrowIfFailed().Of<int>().Single());
    }

    [Fact]
    public async Task A_body_nested_ten_thousand_deep_is_one_error()
    {
        await using var server = await LoopbackServer.WithJsonAsync("{\"jobId\":\"j\",\"x\":" + string.Concat(Enumerable.Repeat("{\"x\":", 10_000)) + "1" + new string('}', 10_001));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        Assert.Equal("InvalidResponse", session.Run("Get-LanguageJob j").SingleError().Id);
    }

    [Fact]
    public async Task A_retirement_notice_is_a_warning()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers["warn-code"] = "299";
            context.Response.Headers["warn-text"] = "\"This version is retired.\"";
            return context.Response.WriteAsync(Bodies.V3("j"));
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        Assert.Contains("This version is retired.", Assert.Single(session.Run("1,2,3 | Get-LanguageJob").ThrowIfFailed().Warnings));
    }

    [Fact]
    public async Task A_deployment_that_is_about_to_retire_is_a_warning()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers["azure-deprecating"] = "Training config used by Deployment name D will retire on 2027-01-01, see https://aka.ms/x";
            return context.Response.WriteAsync(Bodies.V3("j"));
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        Assert.Contains("Training config used by Deployment name D will retire on 2027-01-01, see", Assert.Single(session.Run("1,2,3 | Get-LanguageJob").ThrowIfFailed().Warnings));
    }

    [Theory]
    [InlineData("Get-LanguageJob")]
    [InlineData("Get-LanguageJobEntity")]
    [InlineData("Wait-LanguageJob")]
    public async Task A_compressed_body_that_is_damaged_costs_one_job(string command)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            var id = context.Request.Path.Value!.Split('/')[^1];
            if (id != "bad")
                return context.Response.WriteAsync(Bodies.V3(id, documentIds: ["1"]));
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.WriteAsync("not gzip at all......");
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var result = session.Run($"'a1', 'bad', 'a2' | {command}");

        var (record, id) = result.SingleError();
        Assert.Equal(("InvalidResponse", "bad"), (id, record.TargetObject));
        Assert.Contains("its body is not valid gzip or deflate data", record.ToString());
        Assert.Equal(["a1", "a2"], result.Output.Select(item => $"{item.Properties["JobId"].Value}").Order());
        Assert.Equal(3, server.Requests.Length);
    }

    [Fact]
    public async Task A_body_that_says_it_is_too_large_is_an_answer_that_cannot_be_read()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentLength = 99_999_999_999;
            return context.Response.WriteAsync("{}");
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        var (record, id) = session.Run("Get-LanguageJob j").SingleError();

        Assert.Equal("InvalidResponse", id);
        Assert.Contains("cannot be read", record.ToString());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_byte_order_mark_in_a_body_is_no_error()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync("\uFEFF" + Bodies.V3("j")));
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        Assert.Single(session.Run("Get-LanguageJob j").ThrowIfFailed().Of<LanguageJob>());
    }

    [Fact]
    public async Task A_compressed_body_is_read()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            Assert.Contains("gzip", context.Request.Headers.AcceptEncoding.ToString());
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new System.IO.Compression.GZipStream(context.Response.Body, System.IO.Compression.CompressionLevel.Fastest);
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Bodies.V3("j")));
        });
        using var session = PowerShellSession.ConnectedTo(server.Endpoint);

        Assert.Single(session.Run("Get-LanguageJob j").ThrowIfFailed().Of<LanguageJob>());
    }
}
