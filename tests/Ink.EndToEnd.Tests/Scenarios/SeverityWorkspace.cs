using Ink.EndToEnd.Tests.Infrastructure;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>One restored service, which all cases of a class share: each case writes it anew, with what it says of rules.</summary>
public sealed class SeverityWorkspace : IAsyncLifetime
{
    private readonly List<string> _written = [];
    private Workspace? _workspace;

    private Workspace Shared => _workspace ?? throw new InvalidOperationException("not initialised");

    public async Task InitializeAsync()
    {
        _workspace = new Workspace(Transcript.Unkept(), (await Bench.Sdk).Feed)
            .Write("Shop.csproj", ProjectFile.Of((await Bench.Sdk).Version));
        (await _workspace.Dotnet("restore")).Succeeded();
    }

    /// <summary>Writes the service; what an earlier case wrote beside it goes.</summary>
    /// <param name="replicas">How many the web workload has.</param>
    /// <param name="properties">XML of properties.</param>
    /// <param name="resources">The arguments of <c>[Resources]</c> for the CPU.</param>
    /// <param name="beforeWeb">Text in the line before <c>[Web]</c>.</param>
    /// <param name="files">Further files: path and text; those without a path are none.</param>
    internal async Task Write(int replicas, string properties = "", string resources = "Cpu = \"100m\"", string beforeWeb = "", params (string Path, string Text)[] files)
    {
        foreach (var path in _written)
            File.Delete(Shared.PathOf(path));
        _written.Clear();
        Shared
            .Write("Shop.csproj", ProjectFile.Of((await Bench.Sdk).Version, properties: properties))
            .Write("Program.cs", $"""
                using Ink;

                [assembly: App("shop")]
                {beforeWeb}
                [assembly: Web(Replicas = {replicas})]
                [assembly: Resources({resources}, Memory = "128Mi", EphemeralStorage = "1Gi")]

                var builder = WebApplication.CreateBuilder(args);
                builder.AddInk();
                var app = builder.Build();
                app.MapInk();
                await app.RunInkAsync();

                """);
        foreach (var (path, text) in files.Where(file => file.Path.Length > 0))
        {
            Shared.Write(path, text);
            _written.Add(path);
        }
    }

    /// <summary>Builds a target, or the project as such.</summary>
    internal Task<CommandResult> Build(Transcript transcript, string target = "Build") =>
        new Shell(transcript, Shared.Folder, new Dictionary<string, string?>(Shared.Environment)).Run("dotnet", ["build", "--no-restore", $"-t:{target}"]);

    public Task DisposeAsync()
    {
        _workspace?.Dispose();
        return Task.CompletedTask;
    }
}
