namespace Ink.Tasks.SupplyChain.Packages;

/// <summary>A package or a project in the graph of a restore.</summary>
/// <param name="Name">The package's id or the project's name.</param>
/// <param name="Version">The version that was chosen.</param>
/// <param name="Folder">Where the package was unpacked to; <see langword="null"/> for a project, or where it is in none of the packages folders.</param>
/// <param name="IsPackage">Whether it is a package; else a project.</param>
/// <param name="HasRuntimeAssets">Whether it brings anything that runs: an analyzer, a package of references or one of other packages does not.</param>
/// <param name="Dependencies">Names of what it depends on.</param>
internal sealed record RestoredLibrary(
    string Name, string Version, string? Folder, bool IsPackage, bool HasRuntimeAssets, IReadOnlyList<string> Dependencies);

/// <summary>What a restore chose for one target framework.</summary>
/// <param name="Libraries">By name, without regard to case, as NuGet has it.</param>
/// <param name="Direct">Names of what the project itself refers to.</param>
internal sealed record RestoredGraph(IReadOnlyDictionary<string, RestoredLibrary> Libraries, IReadOnlyList<string> Direct);
