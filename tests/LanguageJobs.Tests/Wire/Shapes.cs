using System.Text;
using LanguageJobs.Tests.Hosting;
using LanguageJobs.Wire;

namespace LanguageJobs.Tests.Wire;

/// <summary>Bodies in every shape that the service has been seen to send, one file each.</summary>
internal static class Shapes
{
    private static readonly string Folder = Repository.PathOf("tests", "LanguageJobs.Tests", "Wire", "Shapes");

    public static TheoryData<string> Names => new(Directory.GetFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order());

    /// <summary>All of them, and the shape of the documentation.</summary>
    public static byte[][] All { get; } =
        [Encoding.UTF8.GetBytes(Bodies.DocumentedEntities), .. Directory.GetFiles(Folder, "*.json").Order().Select(path => File.ReadAllBytes(path).AsSpan().TrimEnd((byte)'\n').ToArray())];

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, $"{name}.json"));

    public static LanguageJob Job(string name) => JobBody.Read(Bytes(name), new StringPool()).Job;
}
