using Ink.Benchmarks.Paired;
using Ink.Testing;

namespace Ink.Benchmarks.Deploying;

/// <summary>A small service in a repository of its own, which uses Ink from the sources here, and a registry that is running.</summary>
internal sealed class DeployedService : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ink-benchmark-").FullName;
    private readonly string _registry;
    private int _commits;

    /// <param name="registry">Host and port; it holds the base image (eng/base-image.sh) and speaks plain HTTP.</param>
    public DeployedService(string registry)
    {
        _registry = registry;
        var sources = RepositoryRoot.Combine("src");
        foreach (var project in new[] { "Ink.Tasks", "Ink.Generators", "Ink.Sdk" })
            Run("dotnet", "build", Path.Combine(sources, project), "-c", "Release", "-v:quiet");
        Write("Shop.csproj", $"""
            <Project>
              <PropertyGroup>
                <_InkTasksFolder>{sources}/Ink.Tasks/bin/Release/net10.0/</_InkTasksFolder>
              </PropertyGroup>
              <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk.Web" />
              <Import Project="{sources}/Ink.Sdk/build/Ink.Sdk.props" />
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{sources}/Ink.Sdk/bin/Release/net8.0/Ink.Sdk.dll" />
                <Analyzer Include="{sources}/Ink.Generators/bin/Release/netstandard2.0/*.dll" />
              </ItemGroup>
              <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk.Web" />
              <Import Project="{sources}/Ink.Sdk/build/Ink.Sdk.targets" />
            </Project>
            """);
        Write(".gitignore", "bin/\nobj/\n");
        Run("git", "init", "--quiet");
        Commit();
    }

    /// <summary>The SDK's own publish, which knows nothing of commits.</summary>
    public Command PlainPublish => Publish("dotnet publish -t:PublishContainer", "-t:PublishContainer", $"-p:ContainerRegistry={_registry}", "-p:ContainerRepository=plain");

    /// <summary>The deploy, to a repository beside the service.</summary>
    public Command Deploy => Publish("dotnet publish -t:InkDeploy", "-t:InkDeploy", $"-p:InkRegistry={_registry}");

    /// <summary>What a new commit of staging takes to production, in a repository of its own; the commit and its deploy do not count.</summary>
    public Command Promote(string gitOpsUrl)
    {
        var url = $"-p:InkGitOpsUrl={gitOpsUrl}";
        var deploy = Publish("dotnet publish -t:InkDeploy", "-t:InkDeploy", "-p:InkEnvironment=staging", $"-p:InkRegistry={_registry}", url);
        return Publish("dotnet publish -t:InkPromote", "-t:InkPromote", "-p:InkFrom=staging", "-p:InkTo=production", $"-p:InkRegistry={_registry}", url) with
        {
            Prepare = () =>
            {
                Commit();
                deploy.Run();
            },
        };
    }

    /// <summary>Changes the service and commits, so that there is something to compile.</summary>
    public void Commit()
    {
        Write("Program.cs", $$"""
            [assembly: Ink.Resources(Cpu = "50m", Memory = "64Mi")]
            [assembly: Ink.Health(Ready = "/")]

            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/", () => "Hello {{++_commits}} {{Guid.NewGuid()}}");
            app.Run();
            """);
        Run("git", "add", "--all");
        Run("git", "-c", "user.name=Benchmark", "-c", "user.email=benchmark@example.org", "commit", "--quiet", "--no-gpg-sign", "--message", "Work");
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_folder, name), content);

    private void Run(string program, params string[] arguments) => (new Command(program, program, arguments) { Folder = _folder }).Run();

    private Command Publish(string name, params string[] more) =>
        new(name, "dotnet", ["publish", "-nodeReuse:false", "-p:UseSharedCompilation=false", $"-p:ContainerBaseImage={_registry}/dotnet/aspnet:10.0", .. more])
        {
            Folder = _folder,
            Variables = new Dictionary<string, string>
            {
                ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_NOLOGO"] = "1", ["DOTNET_CONTAINER_INSECURE_REGISTRIES"] = _registry,
            },
        };
}
