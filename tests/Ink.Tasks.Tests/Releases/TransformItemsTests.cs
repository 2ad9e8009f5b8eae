using Ink.Manifests;
using Ink.Tasks.Errors;
using Ink.Tasks.Releases;
using Microsoft.Build.Utilities;

namespace Ink.Tasks.Tests.Releases;

public sealed class TransformItemsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ink-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Items_keep_their_order_and_a_project_stands_for_what_it_made()
    {
        var project = Project("Acme.csproj");
        var other = Project("Other.fsproj");
        Assert.Equal(
            [new TransformReference("/a.dll", "Acme.A"), new TransformReference("/made/Acme.dll"), new TransformReference("/a.dll", "Acme.B"), new TransformReference("/made/Other.dll", "O")],
            TransformItems.Read(
                [Item("/a.dll", "Acme.A"), Item(project), Item("/a.dll", "Acme.B"), Item(other, "O")],
                [Made("/made/Other.dll", other), Made("/made/Acme.dll", project)]));
    }

    [Fact]
    public void Without_items_there_are_none() => Assert.Empty(TransformItems.Read([], []));

    [Fact]
    public void A_project_that_is_not_there_is_INK4015()
    {
        var exception = Assert.Throws<InkException>(() => TransformItems.Read([Item(Path.Combine(_folder, "Missing.csproj"))], []));
        Assert.Equal("INK4015", exception.Code);
        Assert.Contains("Missing.csproj is an InkManifestTransform, and there is no such file.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_project_that_does_not_make_one_assembly_is_INK4015(int outputs)
    {
        var project = Project("Acme.csproj");
        var made = Enumerable.Range(0, outputs).Select(number => Made($"/made/{number}/Acme.dll", project)).ToArray();

        var exception = Assert.Throws<InkException>(() => TransformItems.Read([Item(project)], made));

        Assert.Equal("INK4015", exception.Code);
        Assert.Contains("has to make one assembly", exception.Message, StringComparison.Ordinal);
    }

    private string Project(string name)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, "<Project />");
        return path;
    }

    private static TaskItem Item(string path, string? type = null) =>
        new(path, type is null ? [] : new Dictionary<string, string> { ["Type"] = type });

    private static TaskItem Made(string path, string project) => new(path, new Dictionary<string, string> { ["MSBuildSourceProjectFile"] = project });
}
