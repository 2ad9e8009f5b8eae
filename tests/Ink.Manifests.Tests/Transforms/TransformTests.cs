using Ink.Manifests.Tests.Infrastructure;
using Ink.Manifests.Transforms;
using k8s.Models;

namespace Ink.Manifests.Tests.Transforms;

/// <summary>What a transform may do, and which ones run in which order.</summary>
public sealed class TransformTests : TransformWorkshop
{
    [Fact]
    public void A_transform_changes_adds_and_removes_objects()
    {
        var app = Apply("""
            foreach (var item in objects)
                item.SetLabel("cost-centre", context.Metadata["costcentre"]);
            foreach (var deployment in objects.OfType<V1Deployment>())
                deployment.Spec.Template.Spec.Containers.Add(new V1Container { Name = "proxy", Image = "proxy:1" });
            foreach (var ingress in objects.OfType<V1Ingress>().ToList())
                objects.Remove(ingress);
            objects.Add(new V1ConfigMap { Metadata = new() { Name = "proxy" }, Data = new Dictionary<string, string> { ["app"] = context.App.Name } });
            """);

        Assert.All(app.Objects.SkipLast(1), item => Assert.Equal("4711", item.Metadata.Labels["cost-centre"]));
        Assert.Equal(["orders", "proxy"], app.The<V1Deployment>("checkout-orders").Spec.Template.Spec.Containers.Select(container => container.Name));
        Assert.Empty(app.Objects.OfType<V1Ingress>());
        Assert.Contains(app.Files, file => file.Path == "configmap-proxy.yaml" && file.Content.StartsWith("apiVersion: v1\nkind: ConfigMap\n", StringComparison.Ordinal));
        Assert.Contains("cost-centre: \"4711\"", app.Files.Single(file => file.Path == "service-checkout.yaml").Content, StringComparison.Ordinal);
        Assert.DoesNotContain("ingress", app.Files.Single(file => file.Path == "kustomization.yaml").Content, StringComparison.Ordinal);
    }

    [Fact]
    public void The_context_says_which_app_environment_and_image_it_is()
    {
        var app = Apply("""
            objects[0].SetAnnotation("about", $"{context.App.Name} {context.Environment} {context.IsProduction} {context.App.Team} {context.Image.Version[..8]}");
            """);
        Assert.Equal("checkout production True payments 1a2b3c4d", app.Objects[0].Metadata.Annotations["about"]);
    }

    [Fact]
    public void The_group_of_an_added_object_is_filled_in_too() =>
        Assert.Equal("rbac.authorization.k8s.io/v1", Apply("""objects.Add(new V1Role { Metadata = new() { Name = "reader" } });""").The<V1Role>().ApiVersion);

    [Fact]
    public void All_transforms_of_an_assembly_run_by_full_name_and_items_in_their_order()
    {
        var first = CompileSource(Trace("Zebra") + Trace("Ant"), "First.dll");
        var second = CompileSource(Trace("Bee"), "Second.dll");
        Assert.Equal("Ant Zebra Bee", Traced(Render(new(first), new(second))));
        Assert.Equal("Bee Ant Zebra", Traced(Render(new(second), new(first))));
    }

    [Fact]
    public void The_type_picks_one_and_the_order_of_two()
    {
        var path = CompileSource(Trace("Zebra") + Trace("Ant") + Trace("Bee"));
        Assert.Equal("Zebra Ant", Traced(Render(new(path, "Acme.Zebra"), new(path, "Acme.Ant"))));
    }

    [Fact]
    public void What_cannot_be_a_transform_by_itself_is_passed_over()
    {
        var path = CompileSource(Trace("Bee") + """
            namespace Acme {
                public abstract class Base : IManifestTransform { public abstract void Transform(IList<IKubernetesObject<V1ObjectMeta>> o, ManifestContext c); }
                public class Generic<T> : Base { public override void Transform(IList<IKubernetesObject<V1ObjectMeta>> o, ManifestContext c) => throw new Exception(); }
                public class Configured(string value) : Base { public override void Transform(IList<IKubernetesObject<V1ObjectMeta>> o, ManifestContext c) => throw new Exception(value); }
                internal class Hidden : Base { public override void Transform(IList<IKubernetesObject<V1ObjectMeta>> o, ManifestContext c) => throw new Exception(); }
            }
            """);
        Assert.Equal("Bee", Traced(Render(new TransformReference(path))));
    }

    [Fact]
    public void Every_app_and_environment_gets_a_new_instance()
    {
        var path = CompileSource(Class("Counter", """objects[0].SetAnnotation("count", $"{++_count}");""", "private int _count;"));
        using var transforms = new TransformSet([new(path)]);
        var context = new ManifestContext(Apps.Minimal(), Apps.Image);
        Assert.Equal("1", RenderedApp.Render(context, transforms).Objects[0].Metadata.Annotations["count"]);
        Assert.Equal("1", RenderedApp.Render(context, transforms).Objects[0].Metadata.Annotations["count"]);
    }

    [Fact]
    public void Without_transforms_the_objects_are_what_was_rendered()
    {
        using var transforms = new TransformSet([]);
        Assert.True(transforms.IsEmpty);
        Assert.Equal(RenderedApp.Render(Apps.Rich(), Apps.Image).ToYaml(), Render().ToYaml());
    }

    private static string Trace(string name) => Class(name, $$"""
        var item = objects[0];
        item.SetAnnotation("trace", item.GetAnnotation("trace") is { } before ? before + " {{name}}" : "{{name}}");
        """);

    private static string Traced(RenderedApp app) => app.Objects[0].Metadata.Annotations["trace"];
}
