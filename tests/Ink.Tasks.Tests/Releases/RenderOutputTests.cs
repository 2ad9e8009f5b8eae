using Ink.Tasks.Releases;

namespace Ink.Tasks.Tests.Releases;

public sealed class RenderOutputTests : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("ink-test-").FullName;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Fact]
    public void Files_that_are_no_longer_rendered_are_deleted_and_others_stay()
    {
        var output = new RenderOutput(_path);
        output.Write(ReleaseOf("deployment-a.yaml", "ingress-a.yaml"));
        File.WriteAllText(Path.Combine(_path, "dev", "notes.txt"), "mine");

        output.Write(ReleaseOf("deployment-a.yaml"));

        var names = Directory.EnumerateFiles(Path.Combine(_path, "dev")).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(["deployment-a.yaml", "notes.txt"], names);
    }

    [Fact]
    public void The_application_lies_beside_the_environments()
    {
        new RenderOutput(_path).Write(ReleaseOf("deployment-a.yaml"));
        Assert.Equal("application", File.ReadAllText(Path.Combine(_path, "argocd", "dev", "a.yaml")));
    }

    [Fact]
    public void A_file_that_stays_the_same_is_not_written_again()
    {
        var output = new RenderOutput(_path);
        output.Write(ReleaseOf("deployment-a.yaml"));
        var file = Path.Combine(_path, "dev", "deployment-a.yaml");
        var before = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(file, before);

        output.Write(ReleaseOf("deployment-a.yaml"));

        Assert.Equal(before, File.GetLastWriteTimeUtc(file));
    }

    private static Release ReleaseOf(params string[] files)
    {
        var source = new SourceCommit("", "");
        var image = ImageName.From("", "a", "dev", digest: null);
        var contents = files.ToDictionary(file => file, file => $"content of {file}");
        contents[ReleaseJson.FileName] = ReleaseJson.Write("a", "dev", source, image, "{}", [.. contents], "application", ReleasedConfigFiles.None);
        return new Release("a", "dev", source, image, contents, "application");
    }
}
