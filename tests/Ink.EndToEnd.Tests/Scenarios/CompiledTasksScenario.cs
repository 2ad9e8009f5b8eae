using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>The package brings its tasks twice: compiled ahead of time for one platform, and for every other.</summary>
public sealed class CompiledTasksScenario(ITestOutputHelper output) : Scenario(output)
{
    private const string Folder = "tasks/net10.0/";
    private const string Platform = "linux-x64";

    [SkippableFact]
    public async Task The_package_holds_the_tasks_compiled_and_for_all_platforms_and_the_large_library_once()
    {
        SkipElsewhere();
        using var package = ZipFile.OpenRead((await Bench.Sdk).Package);
        var files = package.Entries.Where(entry => entry.FullName.StartsWith(Folder, StringComparison.Ordinal)).ToDictionary(entry => entry.FullName[Folder.Length..], IsCompiled);

        string[] own = ["CliWrap.dll", "Ink.Manifests.dll", "Ink.Model.dll", "Ink.Tasks.dll", "Polly.Core.dll", "YamlDotNet.dll"];
        Assert.Equal(own.Select(name => $"{Platform}/{name}"), files.Where(file => file.Value).Select(file => file.Key).Order(StringComparer.Ordinal));
        Assert.Equal(
            own.Append("Fractions.dll").Append("KubernetesClient.dll").Order(StringComparer.Ordinal),
            files.Where(file => !file.Value).Select(file => file.Key).Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public async Task A_build_uses_the_tasks_of_its_platform_and_on_an_unknown_one_those_for_all_with_the_same_result()
    {
        SkipElsewhere();
        var workspace = await NewProject(TillProgram.Plain);

        Assert.Contains($"{Folder}{Platform}/Ink.Tasks.dll\"", await Render(workspace, Platform), StringComparison.Ordinal);
        var compiled = Manifests(workspace);
        Directory.Delete(workspace.PathOf("bin/ink"), recursive: true);
        Assert.Contains($"{Folder}Ink.Tasks.dll\"", await Render(workspace, "plan9-x64"), StringComparison.Ordinal);

        Assert.NotEmpty(compiled);
        Assert.Equal(compiled, Manifests(workspace));
    }

    private static async Task<string> Render(Workspace workspace, string platform)
    {
        (await workspace.Dotnet("build", "-t:InkRender", "-p:InkEnvironment=all", $"-p:NETCoreSdkPortableRuntimeIdentifier={platform}", "-fl", "-flp:LogFile=bin/build.log;Verbosity=diagnostic")).Succeeded();
        return workspace.Read("bin/build.log");
    }

    private static Dictionary<string, string> Manifests(Workspace workspace) =>
        workspace.Files("bin/ink").ToDictionary(file => file, file => workspace.Read($"bin/ink/{file}"));

    private static bool IsCompiled(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using (var packed = entry.Open())
            packed.CopyTo(content);
        content.Position = 0;
        using var assembly = new PEReader(content);
        return assembly.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }

    // The tasks are compiled where that platform packs.
    private static void SkipElsewhere() => Skip.IfNot(RuntimeInformation.RuntimeIdentifier == Platform, $"the package that {RuntimeInformation.RuntimeIdentifier} makes has no compiled tasks");
}
