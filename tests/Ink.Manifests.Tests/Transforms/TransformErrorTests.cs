namespace Ink.Manifests.Tests.Transforms;

/// <summary>Whatever is wrong with a transform is INK4015, and names the transform, the app, the environment and the remedy.</summary>
public sealed class TransformErrorTests : TransformWorkshop
{
    [Theory]
    [InlineData("throw new InvalidOperationException(\"no cost centre\");", "failed on checkout (production): InvalidOperationException: no cost centre. If that is no help, correct the transform.")]
    [InlineData("_ = context.Metadata[\"Owner\"];", "failed on checkout (production): KeyNotFoundException: The given key 'Owner' was not present")]
    [InlineData("objects.Add(null!);", "left null in place of an object in checkout (production).")]
    [InlineData("objects.Add(new V1ConfigMap());", "left a ConfigMap without metadata.name in checkout (production).")]
    [InlineData("objects.Add(new V1ConfigMap { Metadata = new() { Name = \" \" } });", "left a ConfigMap without metadata.name")]
    [InlineData("objects.Add(new V1ConfigMap { Metadata = new() { Name = \"../../x\" } });", "left a ConfigMap named \"../../x\", which holds a character")]
    [InlineData("objects.Add(new Own { Metadata = new() { Name = \"x\" } });", "left an object of type Acme.T+Own without kind or apiVersion")]
    [InlineData("objects.Add(objects.First(item => item.Kind == \"Deployment\"));", "left two objects of kind Deployment named \"checkout-orders\" in checkout")]
    public void What_a_transform_does_wrong_is_told(string body, string expected)
    {
        const string OwnKind = """
            public sealed class Own : IKubernetesObject<V1ObjectMeta> { public string ApiVersion { get; set; } = ""; public string Kind { get; set; } = ""; public V1ObjectMeta Metadata { get; set; } = new(); }
            """;
        var path = CompileSource(Class("T", body, OwnKind));

        var error = Error(new TransformReference(path));

        Assert.Equal("INK4015", error.Code);
        Assert.StartsWith($"The transform Acme.T ({path}) {expected}", error.Message, StringComparison.Ordinal);
        Assert.Contains("orrect the transform.", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("docs/rules/INK4015.md", error.HelpLink, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public T() => throw new NotSupportedException(\"not today\");")]
    [InlineData("private static readonly int Broken = Fail(); private static int Fail() => throw new NotSupportedException(\"not today\"); public T() => Console.Write(Broken == 0);")]
    public void A_constructor_that_throws_is_told_by_what_it_throws(string members) =>
        Assert.Contains("failed on checkout (production): NotSupportedException: not today. ", Error(new TransformReference(CompileSource(Class("T", "", members)))).Message, StringComparison.Ordinal);

    [Fact]
    public void The_exception_is_kept_with_its_stack()
    {
        var exception = Assert.Throws<RenderException>(() => Apply("throw new InvalidOperationException(\"no cost centre\");"));
        Assert.IsType<InvalidOperationException>(exception.InnerException);
        Assert.Contains("Acme.T.Transform", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Acme.T.Transform", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_transform_is_blamed_for_what_it_did()
    {
        var first = CompileSource(Class("Fine", ""), "First.dll");
        var second = CompileSource(Class("Bad", "objects.Add(null!);"), "Second.dll");
        Assert.StartsWith($"The transform Acme.Bad ({second})", Error(new(first), new(second)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_told() =>
        AssertUnusable(PathOf("Missing.dll"), "there is no such file. Correct the path, or build what makes it.");

    [Fact]
    public void A_file_that_is_no_assembly_is_told()
    {
        File.WriteAllText(PathOf("Text.dll"), "not an assembly");
        AssertUnusable(PathOf("Text.dll"), "it cannot be loaded: ");
    }

    [Fact]
    public void An_assembly_without_a_transform_is_told() =>
        AssertUnusable(CompileSource("public sealed class Nothing { }"), "it has no public class that implements IManifestTransform and has a public constructor without parameters.");

    [Theory]
    [InlineData("Acme.Missing", "it has no type \"Acme.Missing\". Write the full name")]
    [InlineData("Acme.Other", "its type Acme.Other is no class that implements IManifestTransform")]
    public void A_type_that_is_no_transform_is_told(string type, string expected)
    {
        var path = CompileSource(Class("T", "") + "namespace Acme { public sealed class Other { } }");
        Assert.Contains(expected, Error(new TransformReference(path, type)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".NETCoreApp,Version=v99.0")]
    [InlineData(".NETFramework,Version=v4.8")]
    public void An_assembly_for_another_framework_is_told(string framework)
    {
        var path = CompileSource($"[assembly: System.Runtime.Versioning.TargetFramework(\"{framework}\", FrameworkDisplayName = \"\")]\n" + Class("T", ""));
        AssertUnusable(path, $"it is built for {framework}, and Ink runs on .NET 10.0. Build it for net10.0.");
    }

    [Fact]
    public void A_library_that_is_not_beside_the_transform_is_told_with_the_property_that_brings_it()
    {
        var library = CompileSource("public static class Library { public static int Value => 1; }", "away/Library.dll");
        var path = CompileSource(Class("T", "Console.Write(Library.Value == 2);"), "Acme.dll", library);

        var message = Error(new TransformReference(path)).Message;

        Assert.Contains("Library, Version=0.0.0.0", message, StringComparison.Ordinal);
        Assert.Contains("<EnableDynamicLoading>true</EnableDynamicLoading>", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_class_that_is_not_beside_the_transform_is_told_likewise()
    {
        var library = CompileSource("public abstract class Library : IManifestTransform { public abstract void Transform(IList<IKubernetesObject<V1ObjectMeta>> o, ManifestContext c); }", "away/Library.dll");
        var path = CompileSource("public sealed class T : Library { public override void Transform(IList<IKubernetesObject<V1ObjectMeta>> o, ManifestContext c) { } }", "Acme.dll", library);
        AssertUnusable(path, "its types cannot be loaded: Could not load file or assembly 'Library, ");
    }

    [Fact]
    public void An_object_that_cannot_be_written_is_told()
    {
        var path = CompileSource("""
            namespace Acme {
                public sealed class Own : IKubernetesObject<V1ObjectMeta> {
                    public string ApiVersion { get; set; } = "acme.example/v1"; public string Kind { get; set; } = "Own"; public V1ObjectMeta Metadata { get; set; } = new() { Name = "x" };
                    public string Broken => throw new InvalidOperationException("broken getter");
                }
            }
            """ + Class("T", "objects.Add(new Own());"));
        var message = Error(new TransformReference(path)).Message;
        Assert.Contains("left of checkout (production) cannot be written as YAML: ", message, StringComparison.Ordinal);
        Assert.Contains("broken getter", message, StringComparison.Ordinal);
    }

    private static void AssertUnusable(string path, string expected)
    {
        var error = Error(new TransformReference(path));
        Assert.Equal("INK4015", error.Code);
        Assert.StartsWith($"The transforms of {path} cannot be applied to checkout (production): {expected}", error.Message, StringComparison.Ordinal);
    }
}
