using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>One commit renders the same bytes wherever it is rendered.</summary>
public sealed class DeterminismScenario(ITestOutputHelper output) : Scenario(output)
{
    private const string Rendered = "bin/ink";

    private static readonly string[] Attributes =
    [
        """[assembly: App("istanbul", Team = "ISTANBUL-I", Description = "Grüße an {environment}")]""",
        """[assembly: Web(Port = 8081)]""",
        """[assembly: Worker("items", Replicas = 2)]""",
        """[assembly: Worker("emails")]""",
        """[assembly: EnvironmentVariable("ITEMS", "1")]""",
        """[assembly: EnvironmentVariable("ITEMS", "2", Environment = "production")]""",
        """[assembly: EnvironmentVariable("items_lower", "3", Workload = "items")]""",
        """[assembly: Secret("INVOICES", File = "/etc/secrets/invoices")]""",
        """[assembly: Secret("ITEM_KEY")]""",
        """[assembly: Resources(Cpu = "0.25", Memory = "256Mi")]""",
        """[assembly: Resources(Memory = "1.5Gi", Environment = "production")]""",
        """[assembly: ConfigFile("config/limits.txt")]""",
        """[assembly: Volume("/var/lib/items", Size = "1Gi", Workload = "items")]""",
        """[assembly: Ingress("i.example.com", Path = "/I")]""",
        """[assembly: Ingress("j.example.com", Path = "/i")]""",
    ];

    [Fact]
    public async Task A_commit_renders_the_same_bytes_in_two_clones_with_other_settings_line_ends_and_order_of_attributes()
    {
        var first = await NewProject(Program(Attributes));
        first.Write(".gitattributes", "*.cs text\n");
        first.Write("config/limits.txt", "items = 5\ninvoices = 1\n");
        await first.Commit();
        // A clone of the first one, with what a user elsewhere has: another path, language, time zone, and Windows line ends.
        var second = await NewWorkspace("elsewhere", odd: true);
        File.Delete(second.PathOf(".gitignore"));
        await second.Git("-c", "core.autocrlf=true", "clone", "--quiet", "--config", "core.autocrlf=true", first.Folder, ".");
        Assert.Contains("\r\n", second.Read("Program.cs"), StringComparison.Ordinal);
        Assert.Contains("\r\n", second.Read("config/limits.txt"), StringComparison.Ordinal);
        second.Environment["LANG"] = "tr_TR.UTF-8";
        second.Environment["LC_ALL"] = "tr_TR.UTF-8";
        second.Environment["TZ"] = "Asia/Kolkata";

        await Render(first);
        await Render(second);
        AssertSame(first, second);

        // The order of attributes is that of whoever wrote them down.
        second.Write("Program.cs", Program([.. Attributes.Reverse()]));
        await Render(second);
        AssertSame(first, second);

        // It is compared indeed: another value gives other bytes.
        second.Write("Program.cs", Program([.. Attributes.Skip(1)]));
        await Render(second);
        Assert.NotEqual(Snapshot(first), Snapshot(second));
    }

    private static string Program(IEnumerable<string> attributes) =>
        $"using Ink;\n\n{string.Join('\n', attributes)}\n\nWebApplication.Create(args).Run();\n";

    // Unset, the GitOps repository is a folder of the project's own, and the Argo CD Application names its path.
    private static async Task Render(Workspace workspace) =>
        (await workspace.Dotnet("build", "-t:InkRender", "-p:InkEnvironment=all", "-p:InkGitOpsUrl=https://git.example.org/gitops.git")).Succeeded();

    private static void AssertSame(Workspace first, Workspace second)
    {
        var expected = Snapshot(first);
        Assert.Contains(expected, file => file.Path == "production/statefulset-istanbul-items.yaml");
        Assert.Contains(expected, file => file.Path == "production/.ink/release.json");
        Assert.Equal(expected.Select(file => file.Path), Snapshot(second).Select(file => file.Path));
        foreach (var (left, right) in expected.Zip(Snapshot(second)))
            Assert.Equal($"{left.Path}\n{left.Content}", $"{right.Path}\n{right.Content}");
    }

    // Latin-1 keeps every byte apart, so that texts that are equal are equal bytes.
    private static List<(string Path, string Content)> Snapshot(Workspace workspace) =>
        [.. workspace.Files(Rendered).Select(file => (file, File.ReadAllText(workspace.PathOf($"{Rendered}/{file}"), System.Text.Encoding.Latin1)))];
}
