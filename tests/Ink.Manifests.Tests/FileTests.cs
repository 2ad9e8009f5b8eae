using Ink.Manifests.Output;
using Ink.Manifests.Tests.Infrastructure;

namespace Ink.Manifests.Tests;

public sealed class FileTests
{
    [Fact]
    public void Files_are_sorted_and_listed_once()
    {
        var files = Apps.Rich().Files();
        var paths = files.Select(file => file.Path).ToList();

        Assert.Equal(paths.Order(StringComparer.Ordinal), paths);
        Assert.Equal(
            "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n"
                + string.Concat(paths.Where(path => path != "kustomization.yaml").Select(path => $"- {path}\n")),
            files.Single(file => file.Path == "kustomization.yaml").Content);
    }

    [Fact]
    public void Files_end_with_one_line_feed_and_hold_no_carriage_return() =>
        Assert.All(Apps.Rich().Files(), file =>
        {
            Assert.EndsWith("\n", file.Content, StringComparison.Ordinal);
            Assert.False(file.Content.EndsWith("\n\n", StringComparison.Ordinal));
            Assert.DoesNotContain("\r", file.Content, StringComparison.Ordinal);
            Assert.DoesNotContain(" \n", file.Content, StringComparison.Ordinal);
        });

    [Fact]
    public void Two_objects_of_one_kind_and_name_are_refused()
    {
        var objects = Apps.Minimal().Objects();
        var exception = Assert.Throws<ArgumentException>(() => ManifestFiles.Write([.. objects, objects[0]]));
        Assert.Contains("serviceaccount-hello.yaml", exception.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Kustomize_accepts_the_folder()
    {
        Kubectl.SkipIfAbsent();
        var stream = Kubectl.Kustomize(Apps.Rich().Files());
        Assert.Equal(Apps.Rich().Objects().Count, stream.Split("\n---\n").Length);
    }
}
