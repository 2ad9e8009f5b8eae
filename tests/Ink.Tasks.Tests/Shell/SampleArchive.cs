using System.Formats.Tar;
using System.Text;

namespace Ink.Tasks.Tests.Shell;

/// <summary>As much of an OCI archive as says which image is in it.</summary>
internal static class SampleArchive
{
    public static void Write(string path, string digest)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.Create(path);
        using var tar = new TarWriter(file);
        var index = Encoding.UTF8.GetBytes($$"""{"schemaVersion":2,"manifests":[{"digest":"{{digest}}"}]}""");
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "index.json") { DataStream = new MemoryStream(index) });
    }
}
