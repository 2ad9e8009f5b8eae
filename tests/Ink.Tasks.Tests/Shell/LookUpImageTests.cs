using System.Formats.Tar;
using System.Text;

namespace Ink.Tasks.Tests.Shell;

/// <summary>The task on a folder of archives, as where no registry is set.</summary>
public sealed class LookUpImageTests : IDisposable
{
    private static readonly string There = $"sha256:{new string('a', 64)}";
    private static readonly string Published = $"sha256:{new string('b', 64)}";

    private readonly string _output = Directory.CreateTempSubdirectory("ink-test-").FullName;

    public void Dispose() => Directory.Delete(_output, recursive: true);

    [Fact]
    public void An_image_that_is_there_is_known_by_its_digest()
    {
        WriteArchive();

        var (task, engine) = Run(expected: There);
        Assert.Empty(engine.Errors);
        Assert.Equal((There, true), (task.Digest, task.Exists));
    }

    [Fact]
    public void Another_digest_than_the_one_that_was_published_is_INK4011()
    {
        WriteArchive();

        var error = Assert.Single(Run(expected: Published).Engine.Errors);
        Assert.Equal("INK4011", error.Code);
        Assert.Contains(There, error.Message, StringComparison.Ordinal);
        Assert.Contains(Published, error.Message, StringComparison.Ordinal);
    }

    private void WriteArchive()
    {
        Directory.CreateDirectory(Path.Combine(_output, "images"));
        using var file = File.Create(Path.Combine(_output, "images", "shop-1.tar"));
        using var tar = new TarWriter(file);
        var index = Encoding.UTF8.GetBytes($$"""{"schemaVersion":2,"manifests":[{"digest":"{{There}}"}]}""");
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "index.json") { DataStream = new MemoryStream(index) });
    }

    private (LookUpImage Task, RecordingEngine Engine) Run(string expected)
    {
        var engine = new RecordingEngine();
        using var task = new LookUpImage { BuildEngine = engine, Repository = "shop", Tag = "1", OutputPath = _output, ExpectedDigest = expected, Required = true };
        Assert.Equal(expected == There, task.Execute());
        return (task, engine);
    }
}
