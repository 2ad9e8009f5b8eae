using Ink.Tasks.Releases;
using Ink.Tasks.SupplyChain.Packages;

namespace Ink.Tasks.SupplyChain.CycloneDx;

/// <summary>Makes the bill of materials of an image.</summary>
/// <param name="image">The image, with its digest.</param>
/// <param name="app">The app's name.</param>
/// <param name="version">The app's version.</param>
/// <param name="source">The commit that it was built from.</param>
internal sealed class BomBuilder(ImageName image, string app, string version, SourceCommit source)
{
    private const string Framework = "framework";
    private const string Library = "library";

    private readonly SortedDictionary<string, BomComponent> _components = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, IReadOnlyList<string>> _dependencies = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _direct = new(StringComparer.Ordinal);

    private string Root { get; } = PackageUrl.OfImage(image.Registry, image.Repository, image.Digest ?? "");

    /// <summary>Adds what was restored and is deployed.</summary>
    public BomBuilder Add(DeployedGraph graph)
    {
        foreach (var library in graph.Libraries)
            Add(Describe(library), [.. graph.DependenciesOf(library).Select(ReferenceOf)]);
        _direct.UnionWith(graph.Direct.Select(ReferenceOf));
        return this;
    }

    /// <summary>Adds a package that is deployed and was not restored as a reference: one that MSBuild took as an SDK, the runtime of a self-contained app.</summary>
    public BomBuilder Add(Nuspec package)
    {
        var component = Describe(package.Id, package.Version, package);
        if (!_components.ContainsKey(component.BomRef!))
            Add(component, []);
        _direct.Add(component.BomRef!);
        return this;
    }

    /// <summary>Adds a shared framework that the app runs on and that the base image brings; which patch of it, only the base image knows.</summary>
    /// <param name="name">For example <c>Microsoft.AspNetCore.App</c>.</param>
    /// <param name="frameworkVersion">The version that the app is built for.</param>
    public BomBuilder AddFramework(string name, string frameworkVersion)
    {
        var reference = $"{Framework}:{name}@{frameworkVersion}";
        Add(new BomComponent(Framework, name, frameworkVersion) { BomRef = reference, Properties = [new("ink:providedBy", "base image")] }, []);
        _direct.Add(reference);
        return this;
    }

    /// <summary>The bill of materials.</summary>
    public Bom Build()
    {
        // What no package depends on by name still belongs to the app.
        var dependencies = new SortedDictionary<string, IReadOnlyList<string>>(_dependencies, StringComparer.Ordinal) { [Root] = [.. _direct] };
        var properties = source.Hash.Length == 0 ? null : new BomProperty[] { new("ink:commit", source.Hash) };
        var root = new BomComponent("application", app, version) { BomRef = Root, Purl = Root, Properties = properties };
        var tool = new BomComponent("application", "Ink.Sdk", InkVersion.Current);
        return new Bom(
            new BomMetadata(source.Time.Length == 0 ? null : source.Time, [new("build")], new BomTools([tool]), root),
            [.. _components.Values],
            [.. dependencies.Select(entry => new BomDependency(entry.Key, entry.Value))]);
    }

    private void Add(BomComponent component, IReadOnlyList<string> dependsOn)
    {
        _components[component.BomRef!] = component;
        _dependencies[component.BomRef!] = dependsOn;
    }

    private static string ReferenceOf(RestoredLibrary library) =>
        library.IsPackage ? PackageUrl.OfNuGet(library.Name, library.Version) : $"project:{library.Name}@{library.Version}";

    // A project has no package URL: a package of its name and version may be somebody else's.
    private static BomComponent Describe(RestoredLibrary library) => library.IsPackage
        ? Describe(library.Name, library.Version, library.Folder is null ? null : Nuspec.Read(library.Folder))
        : new BomComponent(Library, library.Name, library.Version) { BomRef = ReferenceOf(library) };

    private static BomComponent Describe(string name, string version, Nuspec? package)
    {
        var purl = PackageUrl.OfNuGet(name, version);
        return new BomComponent(Library, name, version)
        {
            BomRef = purl,
            Purl = purl,
            Hashes = package?.Sha512 is { } hash ? [new("SHA-512", hash)] : null,
            Licenses = package?.License is { } license ? [ToBom(license)] : null,
        };
    }

    private static BomLicense ToBom(PackageLicense license) => license.Expression is { } expression
        ? new BomLicense(expression, null)
        : new BomLicense(null, new BomNamedLicense(license.Name!, license.Url));
}
