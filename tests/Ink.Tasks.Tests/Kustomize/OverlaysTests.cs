using Ink.Manifests;
using Ink.Manifests.Output;
using Ink.Tasks.Errors;
using Ink.Tasks.Kustomize;

namespace Ink.Tasks.Tests.Kustomize;

/// <summary>Overlays with the real Kustomize of this machine.</summary>
public sealed class OverlaysTests : IDisposable
{
    private const string ConfigMap = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  level: info\n  text: |-\n    one\n    --- two\n";

    private readonly string _project = Directory.CreateTempSubdirectory("ink-test-").FullName;
    private readonly IReadOnlyList<RenderedFile> _rendered = ManifestFolder.Of([new RenderedFile("configmap-settings.yaml", ConfigMap)]);

    public void Dispose() => Directory.Delete(_project, recursive: true);

    [Fact]
    public async Task Without_an_overlay_the_files_stay_as_they_are() =>
        Assert.Same(_rendered, await Apply("dev"));

    [SkippableFact]
    public async Task A_patch_changes_an_object_and_a_resource_adds_one()
    {
        Skip.If(!HasKubectl, "kubectl is not installed");
        Write("ink/kustomization.yaml", "resources:\n- extra.yaml\npatches:\n- target: { kind: ConfigMap, name: settings }\n  patch: '[{\"op\": \"replace\", \"path\": \"/data/level\", \"value\": \"debug\"}]'\n");
        Write("ink/extra.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: extra }\n");

        var files = (await Apply("dev")).ToDictionary(file => file.Path, file => file.Content);

        Assert.Equal(["configmap-extra.yaml", "configmap-settings.yaml", "kustomization.yaml"], files.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("level: debug", files["configmap-settings.yaml"], StringComparison.Ordinal);
        Assert.Contains("--- two", files["configmap-settings.yaml"], StringComparison.Ordinal);
        Assert.Contains("- configmap-extra.yaml\n", files["kustomization.yaml"], StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_environments_overlay_comes_after_the_common_one_and_only_there()
    {
        Skip.If(!HasKubectl, "kubectl is not installed");
        Write("ink/kustomization.yaml", "commonAnnotations: { stage: common }\n");
        Write("ink/production/kustomization.yml", "namePrefix: p-\ncommonAnnotations: { stage: production }\n");

        var production = Assert.Single(await Apply("production"), file => file.Path == "configmap-p-settings.yaml");
        var dev = Assert.Single(await Apply("dev"), file => file.Path == "configmap-settings.yaml");

        Assert.Contains("stage: production", production.Content, StringComparison.Ordinal);
        Assert.Contains("stage: common", dev.Content, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_failing_overlay_is_INK4005_with_the_programs_words_and_the_users_path()
    {
        Skip.If(!HasKubectl, "kubectl is not installed");
        Write("ink/kustomization.yaml", "resources:\n- missing.yaml\n");

        var exception = await Assert.ThrowsAsync<InkException>(() => Apply("dev"));

        Assert.Equal("INK4005", exception.Code);
        Assert.Contains(Path.Combine("ink", "kustomization.yaml"), exception.Message, StringComparison.Ordinal);
        Assert.Contains("missing.yaml", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_program_is_INK4005_and_says_how_to_get_it()
    {
        Write("ink/kustomization.yaml", "namePrefix: p-\n");
        var overlays = new Overlays(_project, new KustomizeProgram(programs: [["ink-no-such-program", "build"]]));

        var exception = await Assert.ThrowsAsync<InkException>(() => overlays.ApplyAsync(_rendered, "dev", CancellationToken.None));

        Assert.Equal("INK4005", exception.Code);
        Assert.Contains("kubernetes.io/docs/tasks/tools", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- just\n- a list\n", "not a kustomization")]
    [InlineData("patches: [\n", "not YAML")]
    public async Task A_file_that_is_no_kustomization_is_INK4005(string content, string expected)
    {
        Write("ink/kustomization.yaml", content);
        var exception = await Assert.ThrowsAsync<InkException>(() => Apply("dev"));
        Assert.Equal("INK4005", exception.Code);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_users_files_are_not_changed()
    {
        Skip.If(!HasKubectl, "kubectl is not installed");
        Write("ink/kustomization.yaml", "# mine\nnamePrefix: p-\n");
        await Apply("dev");
        Assert.Equal("# mine\nnamePrefix: p-\n", await File.ReadAllTextAsync(Path.Combine(_project, "ink", "kustomization.yaml")));
        Assert.Single(Directory.EnumerateFiles(_project, "*", SearchOption.AllDirectories));
    }

    private static bool HasKubectl =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "kubectl")));

    private Task<IReadOnlyList<RenderedFile>> Apply(string environment) =>
        new Overlays(_project, new KustomizeProgram()).ApplyAsync(_rendered, environment, CancellationToken.None);

    private void Write(string path, string content)
    {
        var full = Path.Combine(_project, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
    }
}
