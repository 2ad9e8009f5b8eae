using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Manifests.Transforms;

namespace Ink.Manifests.Tests.Transforms;

/// <summary>A transform lives apart from Ink, and its file stays its team's.</summary>
public sealed class TransformLoadingTests : TransformWorkshop
{
    private const string Version = "[assembly: System.Reflection.AssemblyVersion(\"{0}\")]\n";

    [Fact]
    public void A_transform_brings_another_version_of_a_library_that_Ink_uses_too()
    {
        Assert.Equal("YamlDotNet", typeof(YamlDotNet.Core.Parser).Assembly.GetName().Name);
        var library = CompileSource(Version.Replace("{0}", "3.0.0.0", StringComparison.Ordinal) + "namespace YamlDotNet { public static class Old { public static string Name => typeof(Old).Assembly.FullName; } }", "YamlDotNet.dll");
        var path = CompileSource(Class("T", """objects[0].SetAnnotation("library", YamlDotNet.Old.Name);"""), "Acme.dll", library);

        Assert.StartsWith("YamlDotNet, Version=3.0.0.0,", Render(new TransformReference(path)).Objects[0].Metadata.Annotations["library"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_of_what_dotnet_has_by_itself_is_left_alone()
    {
        var library = CompileSource("namespace System.Text.Json { public static class Own { } }", "System.Text.Json.dll");
        Assert.True(File.Exists(library));
        var path = Compile("""objects[0].SetAnnotation("json", new System.Text.Json.JsonException("from .NET").Message);""");

        Assert.Equal("from .NET", Render(new TransformReference(path)).Objects[0].Metadata.Annotations["json"]);
    }

    [Fact]
    public void A_copy_of_Inks_own_assemblies_beside_the_transform_is_left_alone()
    {
        foreach (var assembly in TransformLoadContext.Shared)
            File.Copy(assembly.Location, PathOf(Path.GetFileName(assembly.Location)));
        Assert.Equal("yes", Apply("""objects[0].SetAnnotation("same", context is ManifestContext ? "yes" : "no");""").Objects[0].Metadata.Annotations["same"]);
    }

    [Fact]
    public void A_transform_that_wants_more_of_Ink_than_this_version_has_is_told_so()
    {
        var newer = CompileSource(
            Version.Replace("{0}", "99.0.0.0", StringComparison.Ordinal)
                + "namespace k8s { public interface IKubernetesObject { } public interface IKubernetesObject<T> : IKubernetesObject { } }\n"
                + "namespace k8s.Models { public class V1ObjectMeta { } public class V1Later { } }",
            "newer/KubernetesClient.dll");
        var path = CompileSource(Class("T", "Console.Write(new V1Later().ToString().Length == 1);"), "Acme.dll", newer);

        var message = Error(new TransformReference(path)).Message;

        Assert.Contains("k8s.Models.V1Later", message, StringComparison.Ordinal);
        Assert.Contains("It is built against KubernetesClient 99.0.0.0, and Ink has 21.0.0.0.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transform_that_is_built_anew_is_picked_up_by_the_same_process()
    {
        Assert.Equal("one", Apply("""objects[0].SetAnnotation("build", "one");""").Objects[0].Metadata.Annotations["build"]);
        Assert.Equal("two", Apply("""objects[0].SetAnnotation("build", "two");""").Objects[0].Metadata.Annotations["build"]);
    }

    [Fact]
    public void The_file_can_be_replaced_while_its_transform_is_loaded()
    {
        var path = Compile("""objects[0].SetAnnotation("build", "one");""");
        using var transforms = new TransformSet([new(path)]);
        var context = new ManifestContext(Apps.Minimal(), Apps.Image);
        RenderedApp.Render(context, transforms);

        // Shared by nobody: where a mapped file could still be opened, this could not.
        using (File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
        }

        Assert.DoesNotContain(path, File.Exists("/proc/self/maps") ? File.ReadAllText("/proc/self/maps") : "", StringComparison.Ordinal);
        Assert.Equal("one", RenderedApp.Render(context, transforms).Objects[0].Metadata.Annotations["build"]);
    }

    [Fact]
    public void A_transform_is_unloaded_when_it_has_run()
    {
        var reference = RenderOnce();
        for (var i = 0; reference.IsAlive && i < 10; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(reference.IsAlive);
    }

    // Apart, so that no local of the test keeps it alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference RenderOnce()
    {
        using var transforms = new TransformSet([new(Compile("objects.Remove(objects[0]);", "Unloaded.dll"))]);
        RenderedApp.Render(new ManifestContext(Apps.Minimal(), Apps.Image), transforms);
        return new WeakReference(AssemblyLoadContext.All.Single(context => context.Name == "Unloaded.dll"));
    }
}
