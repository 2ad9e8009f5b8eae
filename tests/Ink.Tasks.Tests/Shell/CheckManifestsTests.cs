using System.Text.Json.Nodes;
using Microsoft.Build.Utilities;

namespace Ink.Tasks.Tests.Shell;

/// <summary>The task that holds any folder to the policy.</summary>
public sealed class CheckManifestsTests : IDisposable
{
    private const string Secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {key: value}\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("ink-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_finding_is_an_error_of_its_own_and_INK4001_is_last()
    {
        Write("k8s/b/s.yaml", Secret);
        Write("k8s/a.yml", "{{ not yaml\n");
        Write("k8s/.hidden/s.yaml", Secret);
        Write("k8s/readme.md", Secret);

        var (succeeded, engine) = Run("k8s");

        Assert.False(succeeded);
        Assert.Equal(["INK1016", "INK3008", "INK4001"], engine.Errors.Select(error => error.Code));
        Assert.StartsWith("a.yml: INK1016: ", engine.Errors[0].Message, StringComparison.Ordinal);
        Assert.StartsWith("b/s.yaml: Secret/s: INK3008: ", engine.Errors[1].Message, StringComparison.Ordinal);
        Assert.Contains("found 2 errors", engine.Errors[2].Message, StringComparison.Ordinal);
        Assert.DoesNotContain("value", string.Concat(engine.Errors.Select(error => error.Message)).Replace("values", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_right_is_told_in_one_line()
    {
        Write("k8s/c.json", """{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "c"}}""");
        var (succeeded, engine) = Run("k8s");
        Assert.True(succeeded);
        Assert.Contains("Ink: 1 object in k8s checked: no findings", engine.Messages);
    }

    [Fact]
    public void One_file_may_be_named_too()
    {
        Write("k8s/s.yaml", Secret);
        Write("k8s/t.yaml", Secret);
        var (_, engine) = Run("k8s/s.yaml");
        Assert.StartsWith("s.yaml: Secret/s: INK3008: ", Assert.Single(engine.Errors, error => error.Code == "INK3008").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told()
    {
        var (succeeded, engine) = Run("k9s");
        Assert.False(succeeded);
        Assert.Contains("InkManifests: there is no \"k9s\"", Assert.Single(engine.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_policy_finds_nothing_and_a_strict_one_more()
    {
        Write("k8s/p.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {type: NodePort, ports: [{port: 80}]}\n");
        Assert.True(Run("k8s").Succeeded);
        Assert.False(Run("k8s", policy: "Strict").Succeeded);
        Write("k8s/s.yaml", Secret);
        Assert.True(Run("k8s", policy: "None").Succeeded);
        Assert.Equal("INK1014", Run("k8s", policy: "Stricter").Engine.Errors[0].Code);
    }

    [Fact]
    public void The_report_names_files_from_the_top_of_the_repository()
    {
        Directory.CreateDirectory(Path.Combine(_folder, ".git"));
        Write("deploy/k8s/s.yaml", Secret);
        Assert.False(Run("deploy/k8s", report: "out/report.sarif").Succeeded);
        var log = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, "out/report.sarif")))!;
        Assert.Equal("deploy/k8s/s.yaml", (string?)log["runs"]![0]!["results"]![0]!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]);
    }

    private (bool Succeeded, RecordingEngine Engine) Run(string manifests, string? policy = null, string? report = null)
    {
        var engine = new RecordingEngine(policy is null ? [] : [("InkPolicy", policy)]);
        using var task = new CheckManifests
        {
            BuildEngine = engine,
            Manifests = manifests,
            BaseDirectories = ["/nowhere", _folder],
            EnvironmentName = "dev",
            Environments = [new TaskItem("dev")],
            ReportPath = report is null ? "" : Path.Combine(_folder, report),
        };
        return (task.Execute(), engine);
    }

    private void Write(string path, string content)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}
