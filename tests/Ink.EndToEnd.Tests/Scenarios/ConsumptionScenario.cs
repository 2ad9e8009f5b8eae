using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>Every way to take the package gives the same service, for every framework; pairs of choices, not all of them.</summary>
public sealed class ConsumptionScenario(ITestOutputHelper output) : Scenario(output)
{
    private const string WebSdk = "Microsoft.NET.Sdk.Web";
    private const string WorkerSdk = "Microsoft.NET.Sdk.Worker";
    private const string Hosting = """<PackageReference Include="Microsoft.Extensions.Hosting" Version="10.0.0" />""";

    [Theory]
    [InlineData(nameof(Consumption.PackageReference), WebSdk, "net8.0")]
    [InlineData(nameof(Consumption.SdkElement), WebSdk, "net9.0")]
    [InlineData(nameof(Consumption.SdkElement), WorkerSdk, "net8.0")]
    [InlineData(nameof(Consumption.PackageReference), WorkerSdk, "net10.0")]
    public async Task A_service_is_rendered_published_and_runs(string form, string sdk, string framework)
    {
        var isWeb = sdk == WebSdk;
        var workspace = (await NewWorkspace())
            .Write("Till.csproj", ProjectFile.Of((await Bench.Sdk).Version, Enum.Parse<Consumption>(form), sdk, framework, items: isWeb ? "" : Hosting))
            .Write("Program.cs", isWeb ? TillProgram.Web : TillProgram.Worker);

        (await workspace.Publish("InkRender")).Succeeded().WarnsOfTheTemplateOnly();

        TillChecks.Rendered(workspace, isWeb);
        await TillChecks.Runs(workspace, $"bin/Release/{framework}/publish");
    }

    [Fact]
    public async Task Alone_the_package_is_a_web_SDK_and_a_path_with_a_space_and_odd_letters_changes_nothing()
    {
        var workspace = await NewProject(TillProgram.Web, "Till", Consumption.SdkAlone, odd: true);
        Assert.Contains("Ink é ø", workspace.Folder, StringComparison.Ordinal);

        (await workspace.Publish("InkRender")).Succeeded().WarnsOfTheTemplateOnly().Says(workspace.Folder);

        TillChecks.Rendered(workspace, isWeb: true);
        await TillChecks.Runs(workspace, "bin/Release/net10.0/publish");
    }

    [Fact]
    public async Task A_reference_for_the_whole_organisation_with_central_versions_is_enough()
    {
        var workspace = (await NewWorkspace())
            .Write("Directory.Packages.props", CentralVersions((await Bench.Sdk).Version))
            .Write("Directory.Build.props", """<Project><ItemGroup><PackageReference Include="Ink.Sdk" PrivateAssets="all" /></ItemGroup></Project>""")
            .Write("Till.csproj", ProjectFile.Plain())
            .Write("Program.cs", TillProgram.Web);

        (await workspace.Publish("InkRender")).Succeeded().WarnsOfTheTemplateOnly();

        TillChecks.Rendered(workspace, isWeb: true);
        await TillChecks.Runs(workspace, "bin/Release/net10.0/publish");
    }

    [Fact]
    public async Task The_artifacts_layout_and_central_versions_suit_a_worker()
    {
        var project = ProjectFile.Of((await Bench.Sdk).Version, sdk: WorkerSdk, framework: "net9.0", items: Hosting)
            .Replace($" Version=\"{(await Bench.Sdk).Version}\"", "", StringComparison.Ordinal)
            .Replace(" Version=\"10.0.0\"", "", StringComparison.Ordinal);
        var workspace = (await NewWorkspace())
            .Write("Directory.Packages.props", CentralVersions((await Bench.Sdk).Version))
            .Write("Directory.Build.props", "<Project><PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput></PropertyGroup></Project>")
            .Write("src/Till.csproj", project)
            .Write("src/Program.cs", TillProgram.Worker);

        (await workspace.Publish("InkRender", "src")).Succeeded().WarnsOfTheTemplateOnly();

        TillChecks.Rendered(workspace, isWeb: false, "artifacts/bin/Till/ink/dev");
        Assert.Empty(workspace.Files("src/bin"));
        await TillChecks.Runs(workspace, "artifacts/publish/Till/release");
    }

    private static string CentralVersions(string version) => $"""
        <Project>
          <PropertyGroup>
            <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
          </PropertyGroup>
          <ItemGroup>
            <PackageVersion Include="Ink.Sdk" Version="{version}" />
            <PackageVersion Include="Microsoft.Extensions.Hosting" Version="10.0.0" />
          </ItemGroup>
        </Project>
        """;
}
