using Ink.EndToEnd.Tests.Infrastructure;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>What the scenarios of transforms write: a platform team's package, as the guide has it, and a service with a transform project.</summary>
internal static class TransformWorkspace
{
    /// <summary>The service, and where a solution would have it.</summary>
    public const string Service = "src/Shop";

    private const string Program = """
        using Ink;

        [assembly: App("shop")]
        [assembly: Web]
        [assembly: Resources(Cpu = "100m", Memory = "128Mi")]

        WebApplication.Create(args).Run();

        """;

    /// <summary>A service that takes a transform from a project beside it, which nothing else restores or builds.</summary>
    /// <param name="workspace">Where to.</param>
    /// <param name="version">The version of Ink's packages.</param>
    /// <param name="body">The transform's method.</param>
    /// <param name="items">XML of further items of the service.</param>
    public static Workspace WriteService(this Workspace workspace, string version, string body, string items = "") => workspace
        .Write($"{Service}/Shop.csproj", ProjectFile.Of(version, items: $"""
            <InkManifestTransform Include="../Marks/Marks.csproj" />
            <InkEnvironments Include="dev" />
            <InkEnvironments Include="production" CostCentre="4711" />
            {items}
            """))
        .Write($"{Service}/Program.cs", Program)
        .WriteTransformProject("src", version, body);

    /// <summary>A project <c>Marks</c> with the transform <c>Marks.Mark</c>.</summary>
    public static Workspace WriteTransformProject(this Workspace workspace, string folder, string version, string body) => workspace
        .Write($"{folder}/Marks/Marks.csproj", ProjectFile.Plain("Microsoft.NET.Sdk").Replace("</Project>", $"""
              <ItemGroup><PackageReference Include="Ink.Manifests" Version="{version}" /></ItemGroup>
            </Project>
            """, StringComparison.Ordinal))
        .WriteTransform(folder, body);

    /// <summary>Writes the transform's source anew.</summary>
    public static Workspace WriteTransform(this Workspace workspace, string folder, string body) => workspace
        .Write($"{folder}/Marks/Mark.cs", Transform("Marks", "Mark", body));

    /// <summary>
    /// The platform team's package of docs/guide/transforms.md, with a transform more: one that uses another version of YamlDotNet than
    /// Ink does. It is packed into the folder <c>feed</c> of its workspace.
    /// </summary>
    public static async Task Pack(Workspace platform, string version)
    {
        var project = Guide("<!-- Acme.Platform.csproj -->")
            .Replace("</Project>", Guide("<!-- In Acme.Platform.csproj -->") + "</Project>", StringComparison.Ordinal)
            .Replace("Version=\"1.0.0\"", $"Version=\"{version}\"", StringComparison.Ordinal)
            .Replace("</ItemGroup>\n\n</Project>", "</ItemGroup></Project>", StringComparison.Ordinal)
            .Replace("<!-- To compile with", """<PackageReference Include="YamlDotNet" Version="16.3.0" NoWarn="NU1605" />""" + "\n    <!-- To compile with", StringComparison.Ordinal);
        platform
            .Write("Acme.Platform.csproj", project)
            .Write("build/Acme.Platform.props", Guide("<!-- build/Acme.Platform.props -->"))
            .Write("CostLabel.cs", Guide("// CostLabel.cs"))
            .Write("ProxySidecar.cs", Guide("// ProxySidecar.cs"))
            .Write("Yaml.cs", Transform("Acme.Platform", "Yaml", """
                var version = typeof(YamlDotNet.Serialization.Deserializer).Assembly.GetName().Version;
                objects[0].SetAnnotation("acme.example/yaml", $"{version} {new YamlDotNet.Serialization.Deserializer().Deserialize<string>("read")}");
                """));
        (await platform.Dotnet("pack", "-o", "feed", $"-p:Version={version}")).Succeeded().NeverSays("warning");
    }

    private static string Guide(string name) => GuidePage.Block("transforms.md", name);

    private static string Transform(string space, string name, string body) => $$"""
        using Ink.Manifests;
        using k8s;
        using k8s.Models;

        namespace {{space}};

        public sealed class {{name}} : IManifestTransform
        {
            public void Transform(IList<IKubernetesObject<V1ObjectMeta>> objects, ManifestContext context)
            {
                {{body}}
            }
        }

        """;
}
