using Ink.Model.Resolution;
using Ink.Model.Rules;
using Ink.Tasks.Errors;
using Ink.Tasks.Git;
using Ink.Tasks.GitOps;
using Ink.Tasks.Registry;
using Ink.Tasks.Releases;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>
/// Finds out before anything is compiled whether this very call has been made before, and all that it made is still where it was. In doubt it
/// has not: then the whole way is gone, and whatever is wrong is told there.
/// </summary>
public sealed class FindDeployed : ProjectTask
{
    /// <summary><c>InkEnvironment</c>.</summary>
    [Required]
    public string EnvironmentName { get; set; } = "";

    /// <summary><c>InkOutputPath</c>, in full.</summary>
    [Required]
    public string OutputPath { get; set; } = "";

    /// <summary>Where the last deploy is noted.</summary>
    [Required]
    public string RecordPath { get; set; } = "";

    /// <summary>What the compiler and the publish go by.</summary>
    public string[] Facts { get; set; } = [];

    /// <summary>What this call is made with.</summary>
    [Output]
    public string Fingerprint { get; set; } = "";

    /// <summary>The closing line where there is nothing to do; else empty.</summary>
    [Output]
    public string Conclusion { get; set; } = "";

    /// <inheritdoc/>
    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var settings = ReadSettings();
            Fingerprint = DeployFingerprint.Of(settings, EnvironmentName, Facts);
            if (settings.ContextOf(EnvironmentName) is not { } context)
                return;
            if (DeployRecord.Read(RecordPath) is { } last && last.Fingerprint == Fingerprint)
                Conclusion = await ConcludeAsync(last, context, cancellationToken);
            if (Conclusion.Length == 0)
                RenderWarmUp.Start();
        }
        catch (InkException exception)
        {
            Detail($"whether this is deployed already is not known: {exception.Message}");
        }
    }

    private async Task<string> ConcludeAsync(DeployRecord last, ResolutionContext context, CancellationToken cancellationToken)
    {
        var location = GitOpsLocation.From(context, OutputPath);
        if (location.IsLocal && !Directory.Exists(location.LocalPath))
            return "";
        using var repository = new GitOpsRepository(location.Target, ProjectDirectory);
        // Apart from the start: most of the time goes into compiling each for the first time, which two processors do side by side.
        var digest = Task.Run(() => ResolveAsync(last.Image, cancellationToken), cancellationToken);
        var source = Task.Run(() => ReadSourceAsync(cancellationToken), cancellationToken);
        var tip = Task.Run(() => repository.AskTipAsync(cancellationToken), cancellationToken);
        var state = await source;
        // Nobody waits for the others then; they tell nothing, and what they were the first to need is ready for those who ask next.
        if (state.IsDirty || state.Commit != last.Commit)
            return "";
        await Task.WhenAll(tip, digest);
        return await tip != last.Tip || await digest != last.Digest
            ? ""
            : $"{last.App} {state.ShortCommit} → {EnvironmentName}: image {last.Image}{DeployRecord.PlaceOf(last.Image, "an archive")} was there already, GitOps repository unchanged at {last.Tip[..8]}";
    }

    private Task<SourceState> ReadSourceAsync(CancellationToken cancellationToken) =>
        new SourceRepository(new GitClient(RuleCatalogue.NoRepository.Id, Detail)).ReadAsync(ProjectDirectory, [OutputPath], cancellationToken);

    private async Task<string?> ResolveAsync(ImageName image, CancellationToken cancellationToken)
    {
        if (image.Registry is null)
            return await ImageArchive.ReadDigestAsync(ImageArchive.PathOf(OutputPath, image), mustBeWhole: false, cancellationToken);
        using var client = new RegistryClient(image.Registry);
        return await client.ResolveDigestAsync(image.ToReference(), cancellationToken);
    }
}
