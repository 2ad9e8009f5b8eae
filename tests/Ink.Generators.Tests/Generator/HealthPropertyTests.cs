using System.Text.RegularExpressions;
using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Generator;

/// <summary><c>MapInk()</c> is compiled once and answers at the paths of every environment, whoever names them.</summary>
public sealed partial class HealthPropertyTests
{
    private static readonly TestProject Web = TestProject.Web("""[assembly: Ink.Health(Live = "/alive")] return;""");

    [Fact]
    public void The_paths_of_the_project_and_of_the_environments_are_mapped_beside_those_of_attributes() =>
        Assert.Equal(
            [("/alive", "live"), ("/l", "live"), ("/health/ready", "ready"), ("/r", "ready"), ("/started", "ready")],
            Mapped(Web.With("_InkHealthReadyPaths", "r  ").With("_InkHealthLivePaths", "/l /l").With("_InkHealthStartupPaths", "/started /l")));

    [Fact]
    public void A_path_of_the_project_takes_the_place_of_the_default() =>
        Assert.Equal([("/alive", "live"), ("/r", "ready")], Mapped(Web.With("InkHealthReady", "/r").With("_InkHealthReadyPaths", "/r")));

    private static IEnumerable<(string Path, string Kind)> Mapped(TestProject project) =>
        Row().Matches(project.Generate().AssertClean().Text("InkEndpoints.g.cs"))
            .Select(match => (match.Groups["path"].Value, match.Groups["rest"].Value.Contains("null", StringComparison.Ordinal) ? "ready" : "live"));

    [GeneratedRegex("""Map\(endpoints, "(?<path>[^"]+)", (?<rest>[^)]*)\);""")]
    private static partial Regex Row();
}
