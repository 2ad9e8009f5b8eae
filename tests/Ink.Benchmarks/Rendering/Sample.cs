using Ink.Benchmarks.Paired;
using Ink.Tasks;
using Ink.Tasks.Tests.Shell;
using Ink.Testing;
using Microsoft.Build.Utilities;

namespace Ink.Benchmarks.Rendering;

/// <summary>samples/Checkout, built as a package is: for release.</summary>
internal static class Sample
{
    public static string Folder { get; } = RepositoryRoot.Combine("samples", "Checkout");

    public static string AssemblyPath => Path.Combine(Folder, "obj", "Release", "net10.0", "Checkout.dll");

    /// <summary>Its environments and their metadata.</summary>
    public static IReadOnlyDictionary<string, Dictionary<string, string>> Metadata { get; } = new[] { "dev", "staging", "production" }
        .ToDictionary(name => name, name => new Dictionary<string, string> { ["Domain"] = $"{name}.example.com", ["Account"] = "111111111111", ["TelemetryImage"] = $"registry.example.com/telemetry:1@sha256:{new string('0', 64)}" });

    /// <summary>The command that builds it; every process of its own, so that no pair is warmer than the other.</summary>
    public static Command Build(string name, params string[] more) =>
        new(name, "dotnet", ["build", "-c", "Release", "--no-restore", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-v:quiet", .. more])
        {
            Folder = Folder,
            Variables = new Dictionary<string, string> { ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_NOLOGO"] = "1" },
        };

    /// <summary>Builds it with everything that it needs.</summary>
    public static void Prepare() => (Build("build") with { Arguments = ["build", "-c", "Release", "-v:quiet"] }).Run();

    /// <summary>Renders it in all environments, as the target does.</summary>
    public static void Render(string output)
    {
        var engine = new RecordingEngine();
        using var task = new RenderManifests
        {
            BuildEngine = engine,
            AssemblyPath = AssemblyPath,
            AssemblyName = "Checkout",
            EnvironmentName = "all",
            Environments = [.. Metadata.Select(environment => new TaskItem(environment.Key, environment.Value))],
            Settings = [],
            ImageTag = "dev",
            ProjectDirectory = Folder,
            OutputPath = output,
        };
        if (!task.Execute())
            throw new InvalidOperationException(string.Join('\n', engine.Errors.Select(error => error.Message)));
    }
}
