using System.Globalization;
using Ink.Model.Rules;
using Ink.Tasks.Errors;
using Ink.Tasks.Git;
using Ink.Tasks.Registry;
using Ink.Tasks.Releases;
using Ink.Tasks.SupplyChain;
using Ink.Tasks.SupplyChain.CycloneDx;
using Ink.Tasks.SupplyChain.Packages;
using Ink.Tasks.SupplyChain.Provenance;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>
/// Says what an image consists of and how it was built: SBOM and provenance, attached to the image in the registry; without a registry the
/// SBOM lies beside the archive.
/// </summary>
public sealed class AttachArtifacts : ImageTask
{
    private const string Created = "org.opencontainers.image.created";

    /// <summary>The image's digest.</summary>
    [Required]
    public string Digest { get; set; } = "";

    /// <summary>The source commit, in full.</summary>
    [Required]
    public string Commit { get; set; } = "";

    /// <summary>When it was committed.</summary>
    [Required]
    public string CommitTime { get; set; } = "";

    /// <summary><c>InkOutputPath</c>, in full.</summary>
    [Required]
    public string OutputPath { get; set; } = "";

    /// <summary>The project file, in full.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary><c>InkSbom</c>.</summary>
    public bool Sbom { get; set; }

    /// <summary><c>InkProvenance</c>.</summary>
    public bool Provenance { get; set; }

    /// <summary>The app's name.</summary>
    public string AppName { get; set; } = "";

    /// <summary>The app's version.</summary>
    public string AppVersion { get; set; } = "";

    /// <summary>What the restore left behind.</summary>
    public string AssetsFile { get; set; } = "";

    /// <summary>The names of the target framework: the project's own, then the full one.</summary>
    public string[] TargetFrameworks { get; set; } = [];

    /// <summary>The version of the target framework, for example <c>v10.0</c>.</summary>
    public string FrameworkVersion { get; set; } = "";

    /// <summary>The runtime identifiers that the image is for.</summary>
    public string[] RuntimeIdentifiers { get; set; } = [];

    /// <summary>The shared frameworks that the base image brings; none for a self-contained app.</summary>
    public string[] SharedFrameworks { get; set; } = [];

    /// <summary>The package references that are not published.</summary>
    public string[] Unpublished { get; set; } = [];

    /// <summary>Folders of packages that are deployed without being references; with <c>NuGetPackageId</c> and <c>NuGetPackageVersion</c> where the folder may not say it.</summary>
    public ITaskItem[] PackageFolders { get; set; } = [];

    /// <summary>Properties of the build: name and metadata <c>Value</c>.</summary>
    public ITaskItem[] BuildProperties { get; set; } = [];

    /// <summary>The name of the base image that was asked for; empty where the SDK chose it without saying.</summary>
    public string BaseImage { get; set; } = "";

    /// <summary>The version of the .NET SDK.</summary>
    public string SdkVersion { get; set; } = "";

    /// <summary>When the build began (RFC 3339).</summary>
    public string Started { get; set; } = "";

    /// <inheritdoc/>
    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var image = ToImage(Digest);
        if (image.Registry is null)
        {
            if (Sbom)
                await WriteAsync(Path.ChangeExtension(ImageArchive.PathOf(OutputPath, image), ".cdx.json"), ReadSbom(image).Write(), cancellationToken);
            return;
        }

        try
        {
            await AttachAsync(image, cancellationToken);
        }
        catch (InkException error)
        {
            // By the next deploy of the commit the image is there, built by nobody in that call; so it says now what will not be made then.
            throw new InkException(
                error.Code,
                $"{error.Message} The image {image} has been pushed and lacks its SBOM or provenance; nothing was deployed. A later deploy of this commit takes it as it is: delete its tag in the registry first, or deploy a new commit.",
                error);
        }
    }

    // The folder is there for an archive; an image in the engine of this machine has none.
    private static async Task WriteAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, content, cancellationToken);
    }

    private async Task AttachAsync(ImageName image, CancellationToken cancellationToken)
    {
        using var client = new RegistryClient(image.Registry!);
        var registry = new ImageArtifacts(client, image.Repository, Digest);
        // The restore, git and the registry wait for nothing of one another.
        var sbom = Sbom ? Task.Run(() => ReadSbom(image).Write(), cancellationToken) : null;
        var source = Provenance ? ReadSourceAsync(cancellationToken) : null;
        var manifest = await registry.ReadImageAsync(cancellationToken);

        var artifacts = new List<Artifact>();
        if (sbom is not null)
            artifacts.Add(new Artifact(Bom.MediaType, "sbom.cdx.json", await sbom, Annotate()));
        if (source is not null)
        {
            var statement = Describe(image, await registry.ReadBaseImageAsync(manifest, BaseImage, cancellationToken), await source);
            artifacts.Add(new Artifact(Statement.MediaType, "provenance.json", statement, Annotate(("in-toto.io/predicate-type", Statement.Provenance))));
        }

        var attached = await registry.AttachAsync(artifacts, manifest, cancellationToken);
        foreach (var artifact in artifacts)
            Detail($"{artifact.ArtifactType} of {image} {(attached.Contains(artifact) ? "attached" : "was attached already")}");
    }

    private SbomInputs ReadSbom(ImageName image) => new(
        image,
        new SourceCommit(Commit, CommitTime),
        AppName,
        AppVersion,
        AssetsFile,
        TargetFrameworks,
        [.. RuntimeIdentifiers.Distinct(StringComparer.Ordinal)],
        Unpublished.ToHashSet(StringComparer.OrdinalIgnoreCase),
        [.. PackageFolders.Select(ReadPackage).OfType<Nuspec>()],
        SharedFrameworks,
        FrameworkVersion.TrimStart('v'));

    private Task<SourceState> ReadSourceAsync(CancellationToken cancellationToken) =>
        new SourceRepository(new GitClient(RuleCatalogue.NoRepository.Id, Detail)).ReadAsync(Path.GetDirectoryName(ProjectFile)!, [OutputPath], cancellationToken);

    private byte[] Describe(ImageName image, BaseImage? built, SourceState source)
    {
        var properties = BuildProperties.ToDictionary(item => item.ItemSpec, item => item.GetMetadata("Value"), StringComparer.Ordinal);
        DateTimeOffset? started = DateTimeOffset.TryParse(Started, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
        var facts = new BuildFacts(image, ProjectFile, SdkVersion, properties, built, started, DateTimeOffset.UtcNow);
        // The address and the branch are git's of now; the commit is the one that the image is of, whatever has been checked out since.
        return StatementJson.Write(ProvenanceBuilder.Build(facts, source with { Commit = Commit }, BuildHost.Of(Environment.GetEnvironmentVariable)));
    }

    private Dictionary<string, string> Annotate(params (string Name, string Value)[] more) =>
        more.Append((Created, CommitTime)).ToDictionary(pair => pair.Item1, pair => pair.Item2);

    private static Nuspec? ReadPackage(ITaskItem folder)
    {
        if (Directory.Exists(folder.ItemSpec) && Nuspec.Read(folder.ItemSpec) is { } package)
            return package;
        return folder.GetMetadata("NuGetPackageId") is { Length: > 0 } id ? new Nuspec(id, folder.GetMetadata("NuGetPackageVersion"), null, null) : null;
    }
}
