using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Ink.Manifests.Tests.Infrastructure;

/// <summary>Compiles C# to a file, as another team's project does.</summary>
internal static class CompiledAssembly
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using Ink.Manifests;
        using k8s;
        using k8s.Models;

        """;

    // Kept, since reading them takes longer than compiling.
    private static readonly IReadOnlyDictionary<string, MetadataReference> Platform =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .DistinctBy(Path.GetFileName)
            .ToDictionary(file => Path.GetFileName(file), file => (MetadataReference)MetadataReference.CreateFromFile(file));

    /// <summary>Compiles one file of source, with the usings of a transform, to <paramref name="path"/>.</summary>
    /// <param name="path">Where to; the assembly gets the file's name.</param>
    /// <param name="source">The source.</param>
    /// <param name="references">Assemblies beside those of this process; one of the same name stands in for the process's.</param>
    public static string Write(string path, string source, params string[] references)
    {
        var replaced = references.Select(Path.GetFileName).ToHashSet();
        var compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(path),
            [CSharpSyntaxTree.ParseText(Usings + source)],
            Platform.Where(known => !replaced.Contains(known.Key)).Select(known => known.Value).Concat(references.Select(file => MetadataReference.CreateFromFile(file))),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var assembly = File.Create(path);
        using var symbols = File.Create(Path.ChangeExtension(path, ".pdb"));
        var result = compilation.Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return path;
    }
}
