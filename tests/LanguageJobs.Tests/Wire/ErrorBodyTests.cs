using System.Text;
using LanguageJobs.Wire;

namespace LanguageJobs.Tests.Wire;

public class ErrorBodyTests
{
    [Theory]
    [InlineData("""{"error":{"code":"InvalidRequest","message":"outer","innererror":{"code":"InvalidDocumentBatch","message":"inner","innererror":{"code":"Innermost","message":"deep"}}}}""", "Innermost", "deep")]
    [InlineData("""{"error":{"innererror":{"code":"Inner"},"code":"Outer","message":"outer"}}""", "Inner", "outer")]
    [InlineData("""{"error":{"code":"404","message":"Resource not found"}}""", "404", "Resource not found")]
    public void The_innermost_code_wins_and_a_message_is_never_lost(string json, string code, string message)
    {
        var error = ErrorBody.Parse(Encoding.UTF8.GetBytes(json));

        Assert.Equal((code, message), (error?.Code, error?.Message));
    }

    [Theory]
    [InlineData("upstream request timeout")]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("""{"error":"text"}""")]
    [InlineData("""{"other":1}""")]
    [InlineData("""{"error":{""")]
    public void A_body_that_is_no_error_object_is_none(string body) => Assert.Null(ErrorBody.Parse(Encoding.UTF8.GetBytes(body)));
}
