using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ink.Generators.Tests.Infrastructure;

/// <summary>A project in memory, under the strictest options that a user can set.</summary>
internal sealed record TestProject
{
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public required IReadOnlyList<MetadataReference> References { get; init; }

    public IReadOnlyList<string> ExtraUsings { get; init; } = [];

    public string Assembly { get; init; } = "Shop.Checkout";

    public OutputKind OutputKind { get; init; } = OutputKind.ConsoleApplication;

    public ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty;

    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The sources have an entry point; else a test of an analyzer adds an empty one, so that the compiler has nothing to say.</summary>
    public bool HasEntryPoint { get; init; }

    /// <summary><c>.editorconfig</c> and the like; the sources are <c>/src/File0.cs</c> and so on.</summary>
    public Configuration? Configuration { get; init; }

    /// <summary>Changes the compiler's options.</summary>
    public Func<CSharpCompilationOptions, CSharpCompilationOptions> Options { get; init; } = options => options;

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    public static TestProject Web(params string[] sources) => new()
    {
        References = Infrastructure.References.Web,
        ExtraUsings = ["Microsoft.AspNetCore.Builder", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting"],
        Sources = sources,
    };

    public static TestProject Worker(params string[] sources) => new()
    {
        References = Infrastructure.References.Worker,
        ExtraUsings = ["Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting"],
        Sources = sources,
    };

    public TestProject With(string property, string value) => this with { Properties = Properties.Add($"build_property.{property}", value) };

    public CSharpCompilation Compile() => CSharpCompilation.Create(
        Assembly,
        Sources.Select((source, index) => Parse(source, $"/src/File{index}.cs")).Prepend(Parse(GlobalUsings, "/src/Usings.cs")),
        References,
        Options(new CSharpCompilationOptions(
            OutputKind,
            generalDiagnosticOption: ReportDiagnostic.Error,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999,
            // Usings that a test does not need are no fault of its own.
            specificDiagnosticOptions: [new("CS8019", ReportDiagnostic.Suppress), new("CS8933", ReportDiagnostic.Suppress)])
            .WithSyntaxTreeOptionsProvider(Configuration?.OfRules)));

    public GeneratorRun Generate() => GeneratorRun.Of(this);

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    /// <summary>What the SDK of such a project imports everywhere.</summary>
    public string GlobalUsings => string.Join('\n', ExtraUsings.Select(name => $"global using {name};").Prepend(ImplicitUsings));
}
