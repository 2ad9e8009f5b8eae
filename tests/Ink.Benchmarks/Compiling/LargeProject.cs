using System.Globalization;
using System.Text;
using Ink.Benchmarks.Paired;
using Ink.Testing;

namespace Ink.Benchmarks.Compiling;

/// <summary>
/// A web project of many files in a temporary folder. It takes the generator and the analyzers of this repository's build where a property
/// says so, and else does without; all else is the same.
/// </summary>
internal sealed class LargeProject : IDisposable
{
    private const int Lines = 200;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ink-large-");

    public LargeProject(int files)
    {
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write("Large.csproj", ProjectFile());
        Write("Program.cs", Program);
        for (var i = 0; i < files; i++)
            Write(string.Create(CultureInfo.InvariantCulture, $"Orders/Order{i:0000}.cs"), Source(i));
    }

    /// <summary>Where a build that is told to lists what each analyzer took.</summary>
    public string Log => Path.Combine(_folder.FullName, "build.log");

    /// <summary>Compiles it anew, with nothing left from an earlier build.</summary>
    public Command Build(string name, bool withInk, params string[] more) =>
        Dotnet(name, ["build", "--no-restore", "--no-incremental", "-nodeReuse:false", "-p:UseSharedCompilation=false", $"-p:WithInk={withInk}", "-v:quiet", .. more]);

    public void Restore() => Dotnet("restore", ["restore", "-v:quiet"]).Run();

    public void Dispose() => _folder.Delete(recursive: true);

    private Command Dotnet(string name, string[] arguments) => new(name, "dotnet", arguments)
    {
        Folder = _folder.FullName,
        Variables = new Dictionary<string, string> { ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_NOLOGO"] = "1" },
    };

    private void Write(string path, string text)
    {
        var file = new FileInfo(Path.Combine(_folder.FullName, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }

    private static string ProjectFile()
    {
        var source = RepositoryRoot.Combine("src");
        return $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <DefineConstants Condition="'$(WithInk)' == 'true'">$(DefineConstants);INK</DefineConstants>
              </PropertyGroup>
              <Import Project="{source}/Ink.Sdk/build/Ink.Sdk.props" />
              <ItemGroup>
                <Reference Include="{source}/Ink.Sdk/bin/Release/net8.0/Ink.Sdk.dll" />
                <Analyzer Include="{source}/Ink.Generators/bin/Release/netstandard2.0/*.dll" Condition="'$(WithInk)' == 'true'" />
              </ItemGroup>
              <Target Name="InkKind" BeforeTargets="GenerateMSBuildEditorConfigFileShouldRun;GenerateMSBuildEditorConfigFileCore">
                <PropertyGroup>
                  <InkProjectKind>Service</InkProjectKind>
                  <InkEnvironmentNames>@(InkEnvironments, ',')</InkEnvironmentNames>
                </PropertyGroup>
              </Target>
            </Project>
            """;
    }

    private const string Program = """
        using Ink;

        [assembly: App("large", Team = "payments")]
        [assembly: Web]
        [assembly: Resources(Cpu = "250m", Memory = "256Mi", EphemeralStorage = "1Gi")]
        [assembly: Ingress("large.example.com")]
        [assembly: EnvironmentVariable("LOG_LEVEL", "Debug")]
        [assembly: Secret("ConnectionStrings__Orders")]

        var builder = WebApplication.CreateBuilder(args);
        #if INK
        builder.AddInk();
        #endif
        var app = builder.Build();
        #if INK
        app.MapInk();
        #endif
        app.MapGet("/", () => "Hello");
        app.Run();

        """;

    // What files of services are made of: properties, calls, texts, assignments and initializers.
    private static string Source(int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Order{number:0000}");
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            namespace Large.Orders;

            internal sealed class {{name}}
            {
                private readonly Dictionary<string, decimal> _prices = new(StringComparer.Ordinal) { ["apple"] = 1.5m, ["pear"] = 2.25m };
                private readonly List<string> _lines = [];

                public string Customer { get; set; } = "";

                public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

            """);
        for (var method = 0; CountLines(text) + 20 <= Lines; method++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""

                    public async Task<string> Handle{{method}}Async(IReadOnlyList<string> items, CancellationToken cancellation)
                    {
                        var total = 0m;
                        foreach (var item in items.Where(item => item.Length > {{method}}))
                        {
                            if (!_prices.TryGetValue(item, out var price))
                                throw new InvalidOperationException($"Order {Customer}: nobody sells {item} at /orders/{{number}}/{{method}}.");
                            total += price * {{number % 7}};
                            _lines.Add("line-{{method}}-" + item);
                        }

                        Customer = items.FirstOrDefault() ?? "nobody";
                        await Task.Delay(Timeout, cancellation).ConfigureAwait(false);
                        var summary = new { Customer, Total = total, Lines = _lines.Count, Path = "/var/lib/orders/{{number}}" };
                        return string.Join(", ", summary.Customer, summary.Total, summary.Lines, summary.Path);
                    }

                """);
        }

        return text.Append("}\n").ToString();
    }

    private static int CountLines(StringBuilder text) => text.ToString().Count(character => character == '\n');
}
