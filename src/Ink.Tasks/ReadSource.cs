using System.Globalization;
using Ink.Model.Rules;
using Ink.Tasks.Errors;
using Ink.Tasks.Git;
using Ink.Tasks.Releases;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>Asks git which commit the sources are.</summary>
public sealed class ReadSource : InkTask
{
    // A render outside a repository still has to name an image.
    private const string TagWithoutCommit = "dev";

    /// <summary>The project's folder.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <summary><c>InkOutputPath</c>, in full; what lies there does not make the tree dirty.</summary>
    [Required]
    public string OutputPath { get; set; } = "";

    /// <summary>Whether there must be a commit, and nothing beside it.</summary>
    public bool Required { get; set; }

    /// <summary><c>InkAllowDirty</c>.</summary>
    public bool AllowDirty { get; set; }

    /// <summary>Whether the call goes on to render.</summary>
    public bool RenderFollows { get; set; }

    /// <summary>The commit, in full; empty without one.</summary>
    [Output]
    public string Commit { get; set; } = "";

    /// <summary>When it was committed (RFC 3339, UTC); empty without one.</summary>
    [Output]
    public string CommitTime { get; set; } = "";

    /// <summary>Where the sources come from: the address of the branch's remote, without credentials; empty without one.</summary>
    [Output]
    public string SourceUrl { get; set; } = "";

    /// <summary>The tag of the image.</summary>
    [Output]
    public string ImageTag { get; set; } = TagWithoutCommit;

    /// <inheritdoc/>
    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var reading = ReadAsync(cancellationToken);
        // While git runs: before, it would be in its way.
        if (RenderFollows)
            RenderWarmUp.Start();
        if (await reading is not { } source)
            return;

        Commit = source.Commit;
        CommitTime = source.CommitTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        SourceUrl = PageOf(source.RemoteUrl ?? "");
        ImageTag = source.Commit;
        if (!source.IsDirty || !Required)
            return;

        if (!AllowDirty)
        {
            throw new InkException(
                RuleCatalogue.DirtyTree.Id,
                $"The working tree {source.Root} has uncommitted changes ({string.Join(", ", source.DirtyFiles)}{(source.DirtyCount > source.DirtyFiles.Count ? ", …" : "")}), so no commit says what the image would hold. {Remedy(source)}");
        }

        // Never the commit's own tag: the image would be taken for the commit's by every later deploy.
        ImageTag = $"{source.Commit}-dirty-{DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}";
        Say($"the working tree has uncommitted changes; the image gets the tag {ImageTag}.");
    }

    // What a person, and a registry that links to sources, opens in a browser.
    private static string PageOf(string remote) =>
        remote.StartsWith("http", StringComparison.Ordinal) && remote.EndsWith(".git", StringComparison.Ordinal) ? remote[..^4] : remote;

    // Committing what a build writes helps until the next build writes it again.
    private static string Remedy(SourceState source) => source.DirtyFiles.Any(WorkingTreeStatus.IsBuildOutput)
        ? "Build output is committed there, and every build changes it: run 'dotnet new gitignore' and 'git rm -r --cached' for the folders bin and obj, then commit."
        : "Commit or stash them, ignore them in .gitignore, or pass -p:InkAllowDirty=true for a try.";

    private async Task<SourceState?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var repository = new SourceRepository(new GitClient(RuleCatalogue.NoRepository.Id, Detail));
            return await repository.ReadAsync(ProjectDirectory, [OutputPath], cancellationToken);
        }
        catch (InkException exception) when (!Required)
        {
            Detail($"rendering without a commit: {exception.Message}");
            return null;
        }
    }
}
