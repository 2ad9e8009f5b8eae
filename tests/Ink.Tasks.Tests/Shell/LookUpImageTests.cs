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
        SampleArchive.Write(Path.Combine(_output, "images", "shop-1.tar"), There);

        var (task, engine) = Run(expected: There);
        Assert.Empty(engine.Errors);
        Assert.Equal((There, true), (task.Digest, task.Exists));
    }

    [Fact]
    public void Another_digest_than_the_one_that_was_published_is_INK4011()
    {
        SampleArchive.Write(Path.Combine(_output, "images", "shop-1.tar"), There);

        var error = Assert.Single(Run(expected: Published).Engine.Errors);
        Assert.Equal("INK4011", error.Code);
        Assert.Contains(There, error.Message, StringComparison.Ordinal);
        Assert.Contains(Published, error.Message, StringComparison.Ordinal);
    }

    private (LookUpImage Task, RecordingEngine Engine) Run(string expected)
    {
        var engine = new RecordingEngine();
        using var task = new LookUpImage { BuildEngine = engine, Repository = "shop", Tag = "1", OutputPath = _output, ExpectedDigest = expected, Required = true };
        Assert.Equal(expected == There, task.Execute());
        return (task, engine);
    }
}
