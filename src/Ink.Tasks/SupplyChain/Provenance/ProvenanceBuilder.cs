using System.Globalization;
using Ink.Tasks.Errors;
using Ink.Tasks.Git;
using Ink.Tasks.Releases;
using Ink.Tasks.SupplyChain.CycloneDx;

namespace Ink.Tasks.SupplyChain.Provenance;

/// <summary>What is known of a build beside its sources and its machine.</summary>
/// <param name="Image">The image that came of it, with its digest.</param>
/// <param name="ProjectFile">The project file, in full.</param>
/// <param name="SdkVersion">The version of the .NET SDK.</param>
/// <param name="Properties">Properties of the build; those without a value are left out.</param>
/// <param name="BaseImage">What the image was built on, where its labels say so.</param>
/// <param name="Started">When it began.</param>
/// <param name="Finished">When the image was there.</param>
internal sealed record BuildFacts(
    ImageName Image,
    string ProjectFile,
    string SdkVersion,
    IReadOnlyDictionary<string, string> Properties,
    BaseImage? BaseImage,
    DateTimeOffset? Started,
    DateTimeOffset Finished);

/// <summary>Makes the provenance statement of an image: docs/reference/provenance.md says what stands where.</summary>
internal static class ProvenanceBuilder
{
    /// <summary>The page that defines the build type.</summary>
    public const string Reference = "https://github.com/customink/ink/blob/main/docs/reference/provenance.md";

    /// <summary>The build type, with the version of its parameters.</summary>
    public const string BuildType = $"{Reference}#v1";

    /// <summary>The statement.</summary>
    public static Statement Build(BuildFacts facts, SourceState source, BuildHost host)
    {
        var repository = SourceAddress.Of(source.RemoteUrl);
        // An image of a changed tree has a tag of its own; what Ink looks at now, the build itself may have written.
        var isDirty = facts.Image.Tag != source.Commit;
        var @ref = host.Ref ?? (source.Branch is null ? null : $"refs/heads/{source.Branch}");
        return new Statement(
            [new ResourceDescriptor(NameOf(facts.Image), null, DigestOf(facts.Image.Digest!))],
            new SlsaProvenance(
                new BuildDefinition(
                    BuildType,
                    new ExternalParameters(
                        new BuildSource(repository, @ref, source.Commit, isDirty ? true : null),
                        ProjectOf(facts.ProjectFile, source.Root),
                        Shown(facts.Properties)),
                    new SortedDictionary<string, string>(StringComparer.Ordinal) { ["dotnetSdk"] = facts.SdkVersion, ["ink"] = InkVersion.Current },
                    [
                        new ResourceDescriptor("source", repository is null ? null : $"git+{repository}@{source.Commit}", new Dictionary<string, string> { ["gitCommit"] = source.Commit }),
                        .. facts.BaseImage is { } image ? [Describe(image)] : Array.Empty<ResourceDescriptor>(),
                    ]),
                new RunDetails(new Builder(host.Id), new RunMetadata(host.Invocation, facts.Started is { } started ? TimeOf(started) : null, TimeOf(facts.Finished)))));
    }

    private static string NameOf(ImageName image) => image.Registry is null ? image.Repository : $"{image.Registry}/{image.Repository}";

    private static ResourceDescriptor Describe(BaseImage image) => new(image.Name, PackageUrl.OfImage(image.Registry, image.Repository, image.Digest), DigestOf(image.Digest));

    private static Dictionary<string, string> DigestOf(string digest)
    {
        var parts = digest.Split(':', 2);
        return new Dictionary<string, string> { [parts[0]] = parts[1] };
    }

    // Never a path of the machine: a project outside the repository is known by its name.
    private static string ProjectOf(string file, string root)
    {
        var relative = Path.GetRelativePath(root, file).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? Path.GetFileName(file) : relative;
    }

    private static SortedDictionary<string, string> Shown(IReadOnlyDictionary<string, string> properties) => new(
        properties.Where(property => property.Value.Length > 0).ToDictionary(property => property.Key, property => Masking.Mask(property.Value)), StringComparer.Ordinal);

    private static string TimeOf(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
