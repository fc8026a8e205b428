using System.Text;

namespace LanguageJobs.Reporting;

/// <summary>Texts as HTML shows them, and nothing but shows them.</summary>
internal static class Html
{
    /// <summary>A text of several lines.</summary>
    public static string Text(string? text) => Escape(VisibleText.Of(text ?? ""));

    /// <summary>A text of one line.</summary>
    public static string Line(string? text) => Escape(VisibleText.OfLine(text ?? ""));

    /// <summary>A paragraph about an error or a warning of the service.</summary>
    public static string Problem(string kind, string word, string? code, string? message, string? task = null) =>
        $"<p class=\"note {kind}\"><strong>{word} <bdi>{Line(code)}</bdi></strong> {(task is null ? "" : $"in task <bdi>{Line(task)}</bdi>: ")}<bdi>{Line(message)}</bdi></p>\n";

    private static string Escape(string text)
    {
        if (text.IndexOfAny(['&', '<', '>', '"', '\'', '\r']) < 0)
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                // Those that stand alone are pictures by now; before a line feed they show nothing.
                '\r' => escaped,
                _ => escaped.Append(character),
            };
        }
        return escaped.ToString();
    }
}
