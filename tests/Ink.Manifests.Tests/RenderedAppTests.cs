using Ink.Manifests.Reading;
using k8s.Models;

namespace Ink.Manifests.Tests;

/// <summary>An app as a service's own test renders it: this assembly's model says app "shop" (<see cref="AssemblyModelTests"/>).</summary>
public sealed class RenderedAppTests
{
    private static readonly System.Reflection.Assembly Shop = typeof(RenderedAppTests).Assembly;

    private static readonly ProjectSettings Project = new()
    {
        Environments = [new("dev"), new("production") { Metadata = new Dictionary<string, string> { ["Namespace"] = "shops", ["Owner"] = "storefront" } }],
        Properties = new Dictionary<string, string> { ["InkRegistry"] = "registry.example.com/acme/" },
    };

    [Fact]
    public void The_app_is_rendered_with_the_metadata_and_the_defaults_of_its_environment()
    {
        var production = RenderedApp.FromAssembly(Shop, "production", Project);

        Assert.Equal("shops", production.The<V1Deployment>().Metadata.NamespaceProperty);
        Assert.Equal(2, production.The<V1Deployment>().Spec.Replicas);
        Assert.Equal(1, RenderedApp.FromAssembly(Shop, "dev", Project).The<V1Deployment>("shop").Spec.Replicas);
        Assert.True(production.Context.IsProduction);
        Assert.Equal("storefront", production.Context.Metadata["OWNER"]);
    }

    [Fact]
    public void The_image_is_the_one_that_a_render_outside_a_repository_names_unless_one_is_given()
    {
        Assert.Equal("registry.example.com/acme/shop:dev", ImageOf(RenderedApp.FromAssembly(Shop, "dev", Project)));
        Assert.Equal("shop:dev", ImageOf(RenderedApp.FromAssembly(Shop, "dev", new ProjectSettings())));
        Assert.Equal("shop@sha256:1", ImageOf(RenderedApp.FromAssembly(Shop, "dev", Project, new ContainerImage("shop@sha256:1", "v1"))));
    }

    [Fact]
    public void A_property_loses_to_an_attribute_and_the_command_line_wins()
    {
        var named = new Dictionary<string, string> { ["inkappname"] = "other" };
        Assert.Equal("shop", RenderedApp.FromAssembly(Shop, "dev", new ProjectSettings { Properties = named }).Context.App.Name);
        Assert.Equal("other", RenderedApp.FromAssembly(Shop, "dev", new ProjectSettings { CommandLine = named }).Context.App.Name);
    }

    [Fact]
    public void Every_reason_why_it_cannot_be_rendered_is_listed_with_its_code()
    {
        var broken = Project with { CommandLine = new Dictionary<string, string> { ["InkNamespace"] = "{owner}", ["InkSecretStore"] = "Not A Name" } };

        var exception = Assert.Throws<RenderException>(() => RenderedApp.FromAssembly(Shop, "dev", broken));

        Assert.Equal(["INK0002", "INK0012"], exception.Errors.Select(error => error.Code).Order(StringComparer.Ordinal));
        Assert.All(exception.Errors, error => Assert.Contains($"{error.Code}: {error.Message}", exception.Message, StringComparison.Ordinal));
        Assert.All(exception.Errors, error => Assert.EndsWith("(dev)", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void An_environment_that_is_not_declared_is_INK4008_and_the_declared_ones_are_named()
    {
        var error = Assert.Single(Assert.Throws<RenderException>(() => RenderedApp.FromAssembly(Shop, "prod", Project)).Errors);
        Assert.Equal("INK4008", error.Code);
        Assert.Contains("\"prod\" is not declared. Declared are dev, production.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_whose_settings_the_build_did_not_find_is_told_how_to_be_found()
    {
        var error = Assert.Single(Assert.Throws<RenderException>(() => RenderedApp.FromAssembly(Shop, "dev")).Errors);
        Assert.Equal("INK4000", error.Code);
        Assert.Contains("Ink.Manifests.Tests.ink.json", error.Message, StringComparison.Ordinal);
        Assert.Contains("pass ProjectSettings of your own", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_that_is_not_there_is_told_with_those_that_are()
    {
        var app = RenderedApp.FromAssembly(Shop, "dev", Project);
        var message = Assert.Throws<InvalidOperationException>(() => app.The<V1Ingress>()).Message;
        Assert.StartsWith("shop has no V1Ingress in dev. There are: ServiceAccount shop, Deployment shop, ", message, StringComparison.Ordinal);
        Assert.Contains("no V1Deployment \"web\"", Assert.Throws<InvalidOperationException>(() => app.The<V1Deployment>("web")).Message, StringComparison.Ordinal);
        Assert.Contains("more than one IKubernetesObject`1", Assert.Throws<InvalidOperationException>(() => app.The<k8s.IKubernetesObject<V1ObjectMeta>>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_stream_for_a_snapshot_holds_every_object_below_its_files_name()
    {
        var yaml = RenderedApp.FromAssembly(Shop, "dev", Project).ToYaml();
        Assert.StartsWith("---\n# deployment-shop.yaml\napiVersion: apps/v1\n", yaml, StringComparison.Ordinal);
        Assert.EndsWith("\n", yaml, StringComparison.Ordinal);
        Assert.DoesNotContain("Kustomization", yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_survive_their_way_through_the_file()
    {
        var settings = Project with
        {
            Directory = "/src/sh\"op é",
            CommandLine = new Dictionary<string, string> { ["InkNamespace"] = "a;b\nc" },
            Transforms = [new TransformReference("/acme.dll", "Acme.T"), new TransformReference("/b.dll")],
        };

        var text = ProjectJson.Write(settings);
        var read = ProjectJson.Read(text);

        Assert.Equal(text, ProjectJson.Write(read));
        Assert.Equal(settings.Transforms, read.Transforms);
        Assert.Equal(settings.CommandLine, read.CommandLine);
        Assert.Equal(settings.Directory, read.Directory);
        Assert.Equal("shops", read.Environments[1].Metadata["Namespace"]);
    }

    [Fact]
    public void Settings_of_a_newer_Ink_are_refused() =>
        Assert.Contains("schema 2", Assert.Throws<FormatException>(() => ProjectJson.Read("""{"schema":2}""")).Message, StringComparison.Ordinal);

    private static string ImageOf(RenderedApp app) => app.The<V1Deployment>().Spec.Template.Spec.Containers.Single().Image;
}
