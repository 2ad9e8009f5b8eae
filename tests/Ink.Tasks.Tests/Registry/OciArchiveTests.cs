using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Ink.Tasks.Errors;
using Ink.Tasks.GitOps;
using Ink.Tasks.Registry;

namespace Ink.Tasks.Tests.Registry;

public sealed class OciArchiveTests : IDisposable
{
    private static readonly string Digest = $"sha256:{new string('b', 64)}";
    private static readonly string Index = $$"""{"schemaVersion":2,"manifests":[{"digest":"{{Digest}}"},{"digest":"x"}]}""";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("index.json", false)]
    [InlineData("./index.json", false)]
    [InlineData("index.json", true)]
    public async Task The_digest_of_the_first_manifest_is_read(string name, bool compressed) =>
        Assert.Equal(Digest, await OciArchive.ReadDigestAsync(Archive(name, Index, compressed), CancellationToken.None));

    [Theory]
    [InlineData("manifest.json", "[]")] // Docker's own format
    [InlineData("index.json", "{}")]
    [InlineData("index.json", "[]")]
    [InlineData("index.json", "not json")]
    [InlineData("index.json", """{"manifests":[]}""")]
    [InlineData("index.json", """{"manifests":[{"digest":"md5:1"}]}""")]
    [InlineData("index.json", """{"manifests":[7]}""")]
    public async Task An_archive_that_is_no_image_is_INK4006(string name, string content) =>
        await AssertMalformedAsync(Archive(name, content, compressed: false));

    [Theory]
    [InlineData("")]
    [InlineData("this is no tar file at all")]
    [InlineData("\u001f\u008bbroken gzip")]
    public async Task A_file_that_is_no_archive_is_INK4006(string content)
    {
        var path = Path.Combine(_folder.Path, "x.tar");
        await File.WriteAllBytesAsync(path, Encoding.Latin1.GetBytes(content));
        await AssertMalformedAsync(path);
    }

    [Fact]
    public async Task A_truncated_archive_is_INK4006()
    {
        var path = Archive("index.json", Index, compressed: true);
        await File.WriteAllBytesAsync(path, (await File.ReadAllBytesAsync(path))[..40]);
        await AssertMalformedAsync(path);
    }

    [Fact]
    public async Task A_missing_file_is_INK4006() => await AssertMalformedAsync(Path.Combine(_folder.Path, "none.tar"));

    public void Dispose() => _folder.Dispose();

    private static async Task AssertMalformedAsync(string path)
    {
        var error = await Assert.ThrowsAsync<InkException>(() => OciArchive.ReadDigestAsync(path, CancellationToken.None));
        Assert.Equal("INK4006", error.Code);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    private string Archive(string name, string content, bool compressed)
    {
        var path = Path.Combine(_folder.Path, "image.tar");
        using var file = File.Create(path);
        using var stream = compressed ? new GZipStream(file, CompressionLevel.Fastest) : (Stream)file;
        using var tar = new TarWriter(stream);
        Add("oci-layout", """{"imageLayoutVersion":"1.0.0"}""");
        Add("blobs/sha256/x", new string('z', 3000));
        Add(name, content);
        return path;

        void Add(string entry, string text) =>
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, entry) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
    }
}
