using Ink.Model.Resolution;
using Ink.Model.Rules;
using Ink.Model.Values;
using Ink.Tasks.Errors;
using Ink.Tasks.GitOps;

namespace Ink.Tasks.Releases;

/// <summary>
/// Finds what of a project is deployed to an environment, without the project's assembly: <c>[App("name")]</c> is not known then. A release
/// says which assembly it is of. So the one that goes by the name of the properties is asked first, which costs one file, and
/// only where it is not there, or another project's, are those of all apps looked through.
/// </summary>
/// <param name="repository">The GitOps repository of the environment.</param>
/// <param name="context">The environment.</param>
/// <param name="assembly">The name of the project's assembly.</param>
internal sealed class ReleaseSearch(GitOpsRepository repository, ResolutionContext context, string assembly)
{
    private string NameByProperties => context.Setting(InkProperty.AppName) ?? KebabCase.From(assembly);

    /// <summary>The release.</summary>
    /// <exception cref="InkException">INK4012: there is none, or more than one, or it was deployed under another name.</exception>
    public async Task<DeployedRelease> FindAsync(CancellationToken cancellationToken)
    {
        var release = await ReadNamedAsync(cancellationToken) ?? await SearchAsync(cancellationToken);
        // A name that -p: gave to the deploy and not to this call would lead to another app's folder in the target environment.
        var name = AppResolver.Resolve(release.Model.Model, context with { ConfigFiles = release.Model.ConfigFiles }).Draft.Name;
        return name == release.App
            ? release
            : throw Nothing($"The app of this project is deployed to {context.Environment} as \"{release.App}\", and by the properties of this call it is \"{name}\". Pass -p:{InkProperty.AppName}={release.App}, as its deploy did.");
    }

    /// <summary>None, for a repository that is not there.</summary>
    public InkException Missing() => Nothing(
        $"Nothing of {assembly} is deployed to {context.Environment}: '{repository.Address}' has no {PathOf(NameByProperties)}, and no other app there is of this assembly. Deploy first: dotnet publish -t:InkDeploy -p:InkEnvironment={context.Environment}. Or is another {InkProperty.GitOpsUrl}, {InkProperty.GitOpsBranch} or {InkProperty.GitOpsPath} meant?");

    private async Task<DeployedRelease?> ReadNamedAsync(CancellationToken cancellationToken)
    {
        // What is no label is no name, but a mistake or a placeholder; it must not become a path.
        if (!KubernetesName.IsLabel(NameByProperties) || await repository.ReadFileAsync(PathOf(NameByProperties), cancellationToken) is not { } text)
            return null;
        var release = DeployedRelease.Parse(text, PathOf(NameByProperties));
        return release.Model.Model.Assembly == assembly ? release : null;
    }

    private async Task<DeployedRelease> SearchAsync(CancellationToken cancellationToken)
    {
        // As ReleaseJson writes it; what it means is read after that.
        var files = await repository.SearchAsync(PathOf("*"), $"\"assembly\": \"{assembly}\"", cancellationToken);
        var found = files.Select(file => DeployedRelease.Parse(file.Value, file.Key)).Where(release => release.Model.Model.Assembly == assembly).ToList();
        return found switch
        {
            [] => throw Missing(),
            [var only] => only,
            _ => throw Nothing($"{found.Count} apps in {context.Environment} are of {assembly}: {string.Join(", ", found.Select(release => release.App).Order(StringComparer.Ordinal))}. Pass -p:{InkProperty.AppName}=… with the one that is meant."),
        };
    }

    private string PathOf(string app) => $"{Release.FolderOf(app, context.Environment)}/{ReleaseJson.FileName}";

    private static InkException Nothing(string text) => new(RuleCatalogue.NothingToPromote.Id, text);
}
