using System.Diagnostics;

namespace Ink.Generators.Tests.Infrastructure;

/// <summary>A project on disk, built by the real compiler with every analyzer of the SDK.</summary>
internal sealed class TemporaryProject : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ink-strict-");

    public TemporaryProject(string properties, params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files.Append(("App.csproj", ProjectFile(properties))).Append(("Directory.Build.props", "<Project />")))
            File.WriteAllText(Path.Combine(_folder.FullName, path), text);
    }

    /// <summary>Builds it; the exit code and all that was printed.</summary>
    public async Task<(int ExitCode, string Output)> Build()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // No server is left behind, nor one of another build used.
            ArgumentList = { "build", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-v:quiet", "-clp:NoSummary" },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string ProjectFile(string properties)
    {
        var folder = AppContext.BaseDirectory;
        return $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <AnalysisLevel>latest-all</AnalysisLevel>
                <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{Path.Combine(folder, "Ink.Sdk.dll")}" />
                <Analyzer Include="{Path.Combine(folder, "Ink.Generators.dll")};{Path.Combine(folder, "Ink.Model.dll")}" />
              </ItemGroup>
            </Project>
            """;
    }
}
