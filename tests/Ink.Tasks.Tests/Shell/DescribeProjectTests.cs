using Microsoft.Build.Utilities;

namespace Ink.Tasks.Tests.Shell;

/// <summary>What a test gets to know of the project that built its service.</summary>
public sealed class DescribeProjectTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ink-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_file_holds_environments_properties_and_transforms()
    {
        var text = Describe(("InkNamespace", "shops"), ("NuGetPassword", "hunter2-hunter2"));

        Assert.Contains("\"InkSecretStore\": \"vault\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("InkIngressClass", text, StringComparison.Ordinal);
        Assert.Contains("\"commandLine\": {\n    \"InkNamespace\": \"shops\"\n  }", text, StringComparison.Ordinal);
        Assert.Contains("\"Domain\": \"example.com\"", text, StringComparison.Ordinal);
        Assert.Contains("\"path\": \"/acme/Acme.dll\",\n      \"type\": \"Acme.CostLabel\"", text, StringComparison.Ordinal);
        Assert.Contains("\"directory\": \"/src/shop\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_holds_no_secret()
    {
        var text = Describe(("NuGetPassword", "hunter2-hunter2"));
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        Assert.Contains("https://***@git.example.com/gitops.git", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_is_left_alone_where_nothing_changed()
    {
        Describe();
        var before = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(Target, before);

        Describe();
        Assert.Equal(before, File.GetLastWriteTimeUtc(Target));
        Describe(("InkNamespace", "shops"));
        Assert.NotEqual(before, File.GetLastWriteTimeUtc(Target));
    }

    private string Target => Path.Combine(_folder, "obj", "Shop.ink.json");

    private string Describe(params (string, string)[] global)
    {
        var engine = new RecordingEngine(global);
        using var task = new DescribeProject
        {
            BuildEngine = engine,
            Environments = [Item("production", ("Domain", "example.com"))],
            Settings = [Item("InkSecretStore", ("Value", "vault")), Item("InkIngressClass", ("Value", "")), Item("InkGitOpsUrl", ("Value", $"https://bot:{"hunter2"}@git.example.com/gitops.git"))],
            Transforms = [Item("/acme/Acme.dll", ("Type", "Acme.CostLabel"))],
            ProjectDirectory = "/src/shop",
            Path = Target,
        };
        Assert.True(task.Execute(), string.Join('\n', engine.Errors.Select(error => error.Message)));
        return File.ReadAllText(Target);
    }

    private static TaskItem Item(string name, (string Key, string Value) metadata) =>
        new(name, new Dictionary<string, string> { [metadata.Key] = metadata.Value });
}
