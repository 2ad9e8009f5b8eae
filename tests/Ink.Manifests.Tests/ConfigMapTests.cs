using System.Text.Json.Nodes;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Manifests.Yaml;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Tests;

public sealed class ConfigMapTests
{
    [Fact]
    public void A_file_is_an_immutable_object_named_by_its_content()
    {
        var map = Map("shop.json", "{}\n");

        Assert.True(map.Immutable);
        Assert.Matches("^hello-shop-json-[0-9a-f]{8}$", map.Metadata.Name);
        Assert.Equal(new Dictionary<string, string> { ["shop.json"] = "{}\n" }, map.Data);
        Assert.Null(map.BinaryData);
        Assert.Equal("-2", map.Annotation("argocd.argoproj.io/sync-wave"));
    }

    [Fact]
    public void Another_content_is_another_object_and_another_pod()
    {
        Assert.NotEqual(Map("shop.json", "{}").Metadata.Name, Map("shop.json", "{ }").Metadata.Name);
        Assert.NotEqual(PodWith("{}").Volumes[1].ConfigMap.Name, PodWith("{ }").Volumes[1].ConfigMap.Name);
        Assert.Equal(PodWith("{}").Containers[0].VolumeMounts[1].Name, PodWith("{ }").Containers[0].VolumeMounts[1].Name);

        static V1PodSpec PodWith(string content) => With(StoredApps.File("shop.json", "/app/shop.json", content)).Pod();
    }

    [Fact]
    public void The_name_never_changes_for_the_same_content() => Assert.Equal("hello-shop-json-0f736574", Map("shop.json", "{}\n").Metadata.Name);

    [Fact]
    public void Text_and_binary_of_the_same_letters_are_two_things()
    {
        var text = new ConfigFileSpec("x", "/app/x", ConfigContent.OfText("AAEC"));
        var binary = new ConfigFileSpec("x", "/app/x", ConfigContent.OfBinary([0, 1, 2]));

        Assert.NotEqual(With(text).The<V1ConfigMap>().Metadata.Name, With(binary).The<V1ConfigMap>().Metadata.Name);
    }

    [Fact]
    public void The_file_is_mounted_by_itself_and_to_be_read()
    {
        var mount = Assert.Single(With(StoredApps.File("config/shop.json", "/etc/shop/settings.json", "{}")).Container().VolumeMounts, item => item.Name != "tmp");

        Assert.Equal(("/etc/shop/settings.json", "shop.json", true), (mount.MountPath, mount.SubPath, mount.ReadOnlyProperty!.Value));
    }

    [Fact]
    public void Workloads_share_the_object_of_a_file() =>
        Assert.Equal(2, StoredApps.Rich().Objects().OfType<V1ConfigMap>().Count());

    [Fact]
    public void Two_files_of_one_name_have_two_objects_and_two_mounts()
    {
        var app = With(StoredApps.File("a/shop.json", "/app/a/shop.json", "1"), StoredApps.File("b/shop.json", "/app/b/shop.json", "2"));

        Assert.Equal(2, app.Objects().OfType<V1ConfigMap>().Count());
        Assert.Equal(["1", "2"], app.Container().VolumeMounts.Where(mount => mount.SubPath is not null).Select(mount =>
            app.The<V1ConfigMap>(app.Pod().Volumes.Single(volume => volume.Name == mount.Name).ConfigMap.Name).Data[mount.SubPath]));
    }

    [Fact]
    public void Two_files_of_one_name_and_content_share_an_object() =>
        Assert.Single(With(StoredApps.File("a/x", "/app/a/x", "1"), StoredApps.File("b/x", "/app/b/x", "1")).Objects().OfType<V1ConfigMap>());

    [Theory]
    [InlineData("größe.json")]
    [InlineData("my settings.json")]
    [InlineData("..data")]
    public void A_name_that_no_key_can_have_is_replaced(string name)
    {
        var app = With(StoredApps.File(name, "/app/x", "1"));

        Assert.Equal("file", Assert.Single(app.The<V1ConfigMap>().Data).Key);
        Assert.Equal("file", app.Container().VolumeMounts.Single(mount => mount.MountPath == "/app/x").SubPath);
    }

    // kubectl, and Argo CD with it, would else write the object into an annotation as well, which holds a quarter of that.
    [Fact]
    public void A_large_file_is_applied_by_the_server() =>
        Assert.Equal("ServerSideApply=true", Map("large.txt", new string('x', ConfigContent.MaxBytes)).Annotation("argocd.argoproj.io/sync-options"));

    [Fact]
    public void Without_the_content_nothing_is_rendered()
    {
        var exception = Assert.Throws<ArgumentException>(() => With(new ConfigFileSpec("shop.json", "/app/shop.json", null)).Objects());
        Assert.Contains("shop.json", exception.Message, StringComparison.Ordinal);
        Assert.Contains("ResolutionContext.ConfigFiles", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_are_sorted_and_none_comes_first()
    {
        var map = new V1ConfigMap
        {
            ApiVersion = "v1",
            Kind = "ConfigMap",
            Metadata = new V1ObjectMeta { Name = "x" },
            Data = new Dictionary<string, string> { ["name"] = "no", ["apiVersion"] = "1", ["b"] = "x" },
            BinaryData = new Dictionary<string, byte[]> { ["name.bin"] = [0], ["kind"] = [1], ["a.bin"] = [2] },
        };

        Assert.Equal(
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\nbinaryData:\n  a.bin: Ag==\n  kind: AQ==\n  name.bin: AA==\ndata:\n  apiVersion: \"1\"\n  b: x\n  name: \"no\"\n",
            ManifestYaml.Write(map));
    }

    public static TheoryData<string> Contents => new()
    {
        "", "\n", "no", "a\n\n\n", "\n\na", "\ttab\n", "trailing \n", "---\na: 1\n---\nb: 2\n", "# comment\n\n[section]\nkey = 1 # x\n", "🛒\n", "\uFEFF{}\n", "a\rb\n", "  indented\nthen not\n", "\u0001\u001b[0m\n",
    };

    [SkippableTheory]
    [MemberData(nameof(Contents))]
    public void Every_text_survives_Kustomize(string content)
    {
        Kubectl.SkipIfAbsent();
        var app = With(StoredApps.File("x.txt", "/app/x.txt", content));
        var yaml = Kubectl.Kustomize(app.Files()).Split("\n---\n").Single(document => document.Contains("kind: ConfigMap", StringComparison.Ordinal));

        var map = JsonNode.Parse(Kubectl.ToJson(yaml))!;

        Assert.Equal(content, (string?)map["data"]!["x.txt"]);
    }

    private static V1ConfigMap Map(string path, string content) => With(StoredApps.File(path, $"/app/{path}", content)).The<V1ConfigMap>();

    private static AppSpec With(params ConfigFileSpec[] files) => Apps.Minimal().WithWeb(web => web with { ConfigFiles = Apps.List(files) });
}
