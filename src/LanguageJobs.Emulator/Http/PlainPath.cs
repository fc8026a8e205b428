using System.Text.RegularExpressions;

namespace LanguageJobs.Emulator.Http;

/// <summary>Takes repeated slashes in a path for one, as the service does: an endpoint that ends in a slash is often joined to a path that begins with one.</summary>
internal static partial class PlainPath
{
    public static Task Invoke(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value;
        if (path?.Contains("//", StringComparison.Ordinal) == true)
            context.Request.Path = Slashes().Replace(path, "/");
        return next(context);
    }

    [GeneratedRegex("/{2,}")]
    private static partial Regex Slashes();
}
