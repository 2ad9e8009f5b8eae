using Ink.Tasks.Releases;
using Ink.Tasks.SupplyChain.CycloneDx;
using Ink.Tasks.SupplyChain.Packages;

namespace Ink.Tasks.SupplyChain;

/// <summary>What a bill of materials is made of.</summary>
/// <param name="Image">The image, with its digest.</param>
/// <param name="Source">The commit that it was built from.</param>
/// <param name="App">The app's name.</param>
/// <param name="Version">The app's version.</param>
/// <param name="AssetsFile">What the restore left behind.</param>
/// <param name="Frameworks">The names that the target framework may have in it.</param>
/// <param name="Runtimes">The runtime identifiers of the image.</param>
/// <param name="Unpublished">Names of the references that are not published.</param>
/// <param name="MorePackages">Packages that are deployed without being references.</param>
/// <param name="SharedFrameworks">Names of the shared frameworks that the base image has to bring.</param>
/// <param name="FrameworkVersion">The version of these that the app is built for.</param>
internal sealed record SbomInputs(
    ImageName Image,
    SourceCommit Source,
    string App,
    string Version,
    string AssetsFile,
    IReadOnlyList<string> Frameworks,
    IReadOnlyList<string> Runtimes,
    IReadOnlySet<string> Unpublished,
    IReadOnlyList<Nuspec> MorePackages,
    IReadOnlyList<string> SharedFrameworks,
    string FrameworkVersion)
{
    /// <summary>The JSON of the bill of materials.</summary>
    public byte[] Write()
    {
        var builder = new BomBuilder(Image, App, Version, Source).Add(new DeployedGraph(Packages.AssetsFile.Read(AssetsFile, Frameworks, Runtimes), Unpublished));
        foreach (var package in MorePackages)
            builder.Add(package);
        foreach (var framework in SharedFrameworks)
            builder.AddFramework(framework, FrameworkVersion);
        return BomJson.Write(builder.Build());
    }
}
