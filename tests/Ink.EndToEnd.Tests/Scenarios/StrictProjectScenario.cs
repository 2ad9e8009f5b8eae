using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>In a project where every analyzer is on and every warning an error, Ink adds none. Nothing is switched off.</summary>
public sealed class StrictProjectScenario(ITestOutputHelper output) : Scenario(output)
{
    private const string Strict = """
        <ImplicitUsings>disable</ImplicitUsings>
        <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
        <MSBuildTreatWarningsAsErrors>true</MSBuildTreatWarningsAsErrors>
        <AnalysisLevel>latest-all</AnalysisLevel>
        <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
        <GenerateDocumentationFile>true</GenerateDocumentationFile>
        """;

    private const string Attributes = """
        [assembly: App("checkout", Team = "payments")]
        [assembly: Worker<Shop.Beat>("beat", Replicas = 2)]
        [assembly: Resources(Cpu = "100m", Memory = "128Mi")]
        [assembly: EnvironmentVariable("Logging__LogLevel__Default", "Warning")]
        [assembly: Secret("ConnectionStrings__Orders")]
        [assembly: IamRole("arn:aws:iam::123456789012:role/checkout")]
        """;

    private const string Beat = """

        namespace Shop
        {
            internal sealed class Beat : BackgroundService
            {
                protected override Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    return Task.CompletedTask;
                }
            }
        }

        """;

    private const string Web = $"""
        using System.Threading;
        using System.Threading.Tasks;
        using Ink;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Hosting;

        {Attributes}
        [assembly: Web(Port = 8081)]
        [assembly: Health(Ready = "/ready")]
        [assembly: Ingress("shop.example.com", Path = "/checkout")]

        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.AddInk();
        WebApplication app = builder.Build();
        app.MapGet("/", () => InkApp.Name);
        app.MapInk();
        await app.RunInkAsync().ConfigureAwait(false);
        {Beat}
        """;

    private const string Worker = $"""
        using System.Threading;
        using System.Threading.Tasks;
        using Ink;
        using Microsoft.Extensions.Hosting;

        {Attributes}

        HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
        builder.AddInk();
        await builder.Build().RunInkAsync().ConfigureAwait(false);
        {Beat}
        """;

    [Theory]
    [InlineData("Microsoft.NET.Sdk.Web", "net8.0;net10.0")]
    [InlineData("Microsoft.NET.Sdk.Worker", "net8.0;net10.0")]
    public async Task Attributes_and_generated_code_compile_without_a_warning(string sdk, string frameworks)
    {
        var isWeb = sdk.EndsWith("Web", StringComparison.Ordinal);
        var hosting = isWeb ? "" : """<PackageReference Include="Microsoft.Extensions.Hosting" Version="10.0.0" />""";
        // ProjectFile enables implicit usings before; the last value of a property holds.
        var workspace = (await NewWorkspace())
            .Write("Shop.csproj", ProjectFile.Of((await Bench.Sdk).Version, sdk: sdk, framework: frameworks, properties: Strict, items: hosting))
            .Write("Program.cs", isWeb ? Web : Worker);

        (await workspace.Dotnet("build")).Succeeded().Says("0 Warning(s)");

        // It is strict indeed: what the same project refuses.
        workspace.Write("Sloppy.cs", "public class Sloppy { }\n");
        (await workspace.Dotnet("build", "--no-restore", "-p:TargetFramework=net10.0")).Failed("CS1591");
    }
}
