using Ink.Generators.Emit;
using Ink.Generators.Reading;
using Ink.Generators.Rules;
using Ink.Generators.Tables;
using Ink.Model.Collections;
using Ink.Model.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ink.Generators;

/// <summary>
/// Turns the assembly attributes of Ink into the app model that travels in the assembly, and into the code that the app uses. Every
/// step gives records of texts and numbers, so an edit reruns only what it changes.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class InkGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var declarations = Declarations(context).WithTrackingName(InkGeneratorStepNames.Declarations);
        // Not by a syntax provider, which visits every node of the project: the text of most files tells that they map nothing.
        var mapsHealth = context.CompilationProvider
            .Select(static (compilation, _) => EndpointCalls.In(compilation).MapsInk)
            .WithTrackingName(InkGeneratorStepNames.MapsHealth);
        var project = context.CompilationProvider
            .Select(static (compilation, _) => ProjectShape.Of(compilation))
            .WithTrackingName(InkGeneratorStepNames.Project);
        var settings = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => BuildSettings.Of(options.GlobalOptions))
            .WithTrackingName(InkGeneratorStepNames.Settings);

        var model = declarations.Combine(mapsHealth).Combine(project).Combine(settings)
            .Select(static (input, _) => Model(input.Left.Left.Left, input.Left.Left.Right, input.Left.Right, input.Right))
            .WithTrackingName(InkGeneratorStepNames.Model);
        var environments = model.Combine(settings)
            .Select(static (input, _) => input.Left is { } model ? Environments.Of(model, input.Right) : null)
            .WithTrackingName(InkGeneratorStepNames.Environments);

        var constants = model.Combine(environments)
            .Select(static (input, _) => input is { Left: { } model, Right: { } environments } ? AppConstants.Of(model, environments) : null)
            .WithTrackingName(InkGeneratorStepNames.Constants);
        var host = declarations.Combine(project).Combine(environments)
            .Select(static (input, _) => input is { Left.Right: { HasHost: true } project, Right: { } environments }
                ? HostTables.Of(project, input.Left.Left, environments)
                : null)
            .WithTrackingName(InkGeneratorStepNames.Host);
        var endpoints = project.Combine(environments).Combine(settings)
            .Select(static (input, _) => input.Left is { Left: { HasHealthEndpoints: true } project, Right: { } environments }
                ? EndpointTables.Of(project, environments, input.Right)
                : null)
            .WithTrackingName(InkGeneratorStepNames.Endpoints);

        // No code refers to the model, so editors need not make it while somebody types.
        var rules = context.CompilationProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (input, _) => RecordedRules.Of(input.Left, input.Right))
            .WithTrackingName(InkGeneratorStepNames.Rules);
        context.RegisterImplementationSourceOutput(
            model.Combine(rules),
            static (output, input) => Add(output, ModelSource.FileName, input.Left is { } model ? input.Right.AddTo(model) : null, ModelSource.Write));
        context.RegisterSourceOutput(constants, static (output, constants) => Add(output, InkAppSource.FileName, constants, InkAppSource.Write));
        context.RegisterSourceOutput(host, static (output, host) => Add(output, HostSource.FileName, host, HostSource.Write));
        context.RegisterSourceOutput(endpoints, static (output, endpoints) => Add(output, EndpointSource.FileName, endpoints, EndpointSource.Write));
    }

    private static IncrementalValueProvider<EquatableArray<ReadDeclaration>> Declarations(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<EquatableArray<ReadDeclaration>>? all = null;
        foreach (var metadataName in InkAttributes.MetadataNames)
        {
            var next = context.SyntaxProvider
                .ForAttributeWithMetadataName(
                    metadataName,
                    static (node, _) => node is CompilationUnitSyntax,
                    static (match, _) => ReadAll(match))
                .Collect()
                .Select(static (files, _) => files.SelectMany(file => file).ToEquatableArray());
            all = all is { } previous
                ? previous.Combine(next).Select(static (pair, _) => pair.Left.Concat(pair.Right).ToEquatableArray())
                : next;
        }

        // Sorted by what they say: an attribute that moves changes nothing.
        return all!.Value.Select(static (declarations, _) => declarations
            .OrderBy(read => ModelJson.Write(read.Declaration), StringComparer.Ordinal)
            .ToEquatableArray());
    }

    private static EquatableArray<ReadDeclaration> ReadAll(GeneratorAttributeSyntaxContext match)
    {
        var compilation = match.SemanticModel.Compilation;
        return match.Attributes
            .Select(attribute => (Attribute: attribute, Declaration: DeclarationReader.Read(attribute)))
            .Where(pair => pair.Declaration is not null)
            .Select(pair => new ReadDeclaration(pair.Declaration!, CanRegister(pair.Declaration!, pair.Attribute, compilation)))
            .ToEquatableArray();
    }

    private static bool CanRegister(Declaration declaration, AttributeData attribute, Compilation compilation) =>
        attribute.AttributeClass is { TypeArguments: [INamedTypeSymbol type] } && RoleType.Problem(declaration.Attribute, type, compilation) is null;

    private static AppModel? Model(EquatableArray<ReadDeclaration> declarations, bool mapsHealth, ProjectShape project, BuildSettings settings) =>
        project.HasInk && settings.IsApp(project.IsLibrary)
            ? new AppModel(project.Assembly, project.IsAspNetCore, mapsHealth, declarations.Select(read => read.Declaration).ToEquatableArray())
            : null;

    private static void Add<T>(SourceProductionContext output, string file, T? tables, Func<T, string> write)
        where T : class
    {
        if (tables is not null)
            GeneratedFile.Add(output, file, write(tables));
    }
}
