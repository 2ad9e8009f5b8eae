using Ink.Manifests.ArgoCd;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Manifests.Yaml;
using Ink.Model.Specs;
using Snapshooter;
using Snapshooter.Xunit;

namespace Ink.Manifests.Tests;

public sealed class SnapshotTests
{
    [Fact]
    public void Renders_a_rich_app() =>
        Snapshot.Match(Everything(Apps.Rich()), new SnapshotFullName("rich.yaml", Snapshots));

    [Fact]
    public void Renders_a_minimal_app() =>
        Snapshot.Match(Everything(Apps.Minimal()), new SnapshotFullName("minimal.yaml", Snapshots));

    [Fact]
    public void Renders_an_app_that_is_scaled_guarded_and_routed() =>
        Snapshot.Match(Everything(OperatedApps.Rich()), new SnapshotFullName("operated.yaml", Snapshots));

    [Fact]
    public void Renders_an_app_with_sidecars() =>
        Snapshot.Match(Everything(SidecarApps.Rich()), new SnapshotFullName("sidecars.yaml", Snapshots));

    private static string Snapshots => RepositoryRoot.Combine("tests", "Ink.Manifests.Tests");

    private static string Everything(AppSpec app)
    {
        var application = ApplicationBuilder.Build(
            app, "https://git.example.com/gitops.git", "main", $"apps/{app.Name}/{app.Environment}");
        return $"{Rendering.Text(app.Files())}--- argocd/{app.Environment}/{app.Name}.yaml\n{ManifestYaml.Write(application)}";
    }
}
