using System.IO.Compression;
using System.Text;

namespace LanguageJobs.Reporting;

/// <summary>Puts a report into the page that the module carries.</summary>
internal static class ReportPage
{
    private const string Title = "<!--title-->";
    private const string Content = "<!--content-->";
    private const string Data = "<!--data-->";

    private static readonly Lazy<string> Template = new(ReadTemplate);

    /// <summary>Writes the page. The stream stays open.</summary>
    public static void Write(Report report, Stream output)
    {
        var template = Template.Value;
        var (title, content, data) = (PlaceOf(Title), PlaceOf(Content), PlaceOf(Data));
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 64 * 1024, leaveOpen: true);
        writer.Write(template.Substring(0, title));
        writer.Write(Html.Line(report.Title));
        writer.Write(template.Substring(title + Title.Length, content - title - Title.Length));
        new StaticContent(report, writer).Write();
        writer.Write(template.Substring(content + Content.Length, data - content - Content.Length));
        writer.Flush();
        WriteData(report, output);
        writer.Write(template.Substring(data + Data.Length));

        int PlaceOf(string mark) => template.IndexOf(mark, StringComparison.Ordinal);
    }

    private static void WriteData(Report report, Stream output)
    {
        using var base64 = new Base64Stream(output);
        using var gzip = new GZipStream(base64, CompressionLevel.Optimal);
        ReportJson.Write(report, gzip);
    }

    private static string ReadTemplate()
    {
        using var resource = typeof(ReportPage).Assembly.GetManifestResourceStream("report.html");
        using var reader = new StreamReader(resource!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
