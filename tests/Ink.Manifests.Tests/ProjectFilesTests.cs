using Ink.Manifests.Reading;
using Ink.Model.Resolution;
using Ink.Model.Specs;

namespace Ink.Manifests.Tests;

public sealed class ProjectFilesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("ink-files-").FullName;
    private readonly string _project;

    public ProjectFilesTests()
    {
        _project = Directory.CreateDirectory(Path.Combine(_root, "project")).FullName;
        Directory.CreateDirectory(Path.Combine(_project, "config"));
        File.WriteAllText(Path.Combine(_project, "config", "shop.json"), "{\r\n}\r\n");
        File.WriteAllText(Path.Combine(_root, "outside.json"), "secret");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_file_is_read_from_the_project() =>
        Assert.Equal(ConfigContent.OfText("{\n}\n"), Assert.IsType<ConfigFileReading.Found>(Read("config/shop.json")).Content);

    [Theory]
    [InlineData("nowhere.json")]
    [InlineData("nowhere/shop.json")]
    [InlineData("config")]
    [InlineData("config/shop.json/x")]
    public void What_is_no_file_is_missing(string path) => Assert.IsType<ConfigFileReading.Missing>(Read(path));

    [Fact]
    public void All_environments_see_the_same()
    {
        var files = new ProjectFiles(_project);
        var first = files.Read("config/shop.json");
        File.WriteAllText(Path.Combine(_project, "config", "shop.json"), "changed");

        Assert.Same(first, files.Read("config/shop.json"));
    }

    [Fact]
    public void A_large_file_is_not_read()
    {
        using (var file = File.Create(Path.Combine(_project, "large.bin")))
            file.SetLength(4L * 1024 * 1024 * 1024);

        Assert.IsType<ConfigFileReading.TooLarge>(Read("large.bin"));
    }

    [Fact]
    public void A_link_within_the_project_is_followed()
    {
        Link("link.json", Path.Combine("config", "shop.json"));
        Link("linked", "config");

        Assert.IsType<ConfigFileReading.Found>(Read("link.json"));
        Assert.IsType<ConfigFileReading.Found>(Read("linked/shop.json"));
    }

    [Fact]
    public void A_link_that_leads_out_of_it_is_not()
    {
        Link("absolute.json", Path.Combine(_root, "outside.json"));
        Link("relative.json", Path.Combine("..", "outside.json"));
        Link("folder", "..");
        Link("twice.json", "absolute.json");

        Assert.All(["absolute.json", "relative.json", "folder/outside.json", "folder/project/config/shop.json", "twice.json"], path => Assert.IsType<ConfigFileReading.Outside>(Read(path)));
    }

    [Fact]
    public void A_folder_that_is_called_alike_is_outside_too()
    {
        var sibling = Directory.CreateDirectory($"{_project}-2").FullName;
        File.WriteAllText(Path.Combine(sibling, "x.json"), "");
        Link("x.json", Path.Combine(sibling, "x.json"));

        Assert.IsType<ConfigFileReading.Outside>(Read("x.json"));
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_missing()
    {
        Link("broken.json", "nowhere.json");

        Assert.IsType<ConfigFileReading.Missing>(Read("broken.json"));
    }

    [Fact]
    public void Links_in_a_circle_cannot_be_read()
    {
        Link("a.json", "b.json");
        Link("b.json", "a.json");

        Assert.NotEmpty(Assert.IsType<ConfigFileReading.Unreadable>(Read("a.json")).Reason);
    }

    private ConfigFileReading Read(string path) => new ProjectFiles(_project).Read(path);

    private void Link(string name, string target) => File.CreateSymbolicLink(Path.Combine(_project, name), target);
}
