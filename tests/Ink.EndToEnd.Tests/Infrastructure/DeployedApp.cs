using System.Text.Json.Nodes;

namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>What a GitOps repository says about one app in one environment, read as its users read it.</summary>
internal sealed class DeployedApp(GitRepository repository, string app, string environment)
{
    public string Folder => $"apps/{app}/{environment}";

    /// <summary>The files in its folder, relative to it.</summary>
    public async Task<IReadOnlyList<string>> Files() =>
        [.. (await repository.Files(Folder)).Select(path => path[(Folder.Length + 1)..])];

    /// <summary>One of its objects.</summary>
    public async Task<JsonNode> Object(string file) => YamlJson.Parse(await repository.Read($"{Folder}/{file}"));

    /// <summary>The Argo CD Application.</summary>
    public async Task<JsonNode> Application() => YamlJson.Parse(await repository.Read($"argocd/{environment}/{app}.yaml"));

    public async Task<JsonNode> Release() => JsonNode.Parse(await repository.Read($"{Folder}/.ink/release.json"))!;

    /// <summary>The image of a Deployment's first container.</summary>
    public async Task<string?> Image(string file) => (await Object(file)).Text("spec template spec containers 0 image");
}
