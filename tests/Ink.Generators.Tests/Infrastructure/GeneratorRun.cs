using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ink.Generators.Tests.Infrastructure;

/// <summary>What the generator made of a project.</summary>
internal sealed record GeneratorRun(GeneratorDriver Driver, CSharpCompilation Input, Compilation Output)
{
    private GeneratorRunResult Result => Driver.GetRunResult().Results.Single();

    public IReadOnlyList<string> Files => [.. Result.GeneratedSources.Select(source => source.HintName).Order(StringComparer.Ordinal)];

    public static GeneratorRun Of(TestProject project)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new InkGenerator().AsSourceGenerator()],
            parseOptions: TestProject.ParseOptions,
            optionsProvider: new PropertyOptions(project.Properties, project.Configuration),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return Run(driver, project.Compile());
    }

    /// <summary>Runs again, on the project after an edit.</summary>
    public GeneratorRun Then(TestProject edited) => Run(Driver, Replaced(edited.Compile()));

    public string Text(string file) => Result.GeneratedSources.Single(source => source.HintName == file).SourceText.ToString();

    /// <summary>The model in the compiled assembly's metadata.</summary>
    public JsonElement Model()
    {
        var value = Output.Assembly.GetAttributes()
            .Single(attribute => attribute.AttributeClass!.Name == "AssemblyMetadataAttribute" && attribute.ConstructorArguments[0].Value as string == "Ink.Model")
            .ConstructorArguments[1].Value;
        return JsonDocument.Parse((string)value!).RootElement;
    }

    /// <summary>The only declaration of an attribute in the model.</summary>
    public JsonElement Declared(string attribute) => Assert.Single(AllDeclared(attribute));

    public IReadOnlyList<JsonElement> AllDeclared(string attribute) =>
        [.. Model().GetProperty("declarations").EnumerateArray().Where(declaration => declaration.GetProperty("attribute").GetString() == attribute)];

    /// <summary>Fails on any diagnostic, of the generator or of the compiler.</summary>
    public GeneratorRun AssertClean()
    {
        Assert.Null(Result.Exception);
        Assert.Empty(Result.Diagnostics);
        Assert.Empty(Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden).Select(Describe));
        return this;
    }

    /// <summary>Why a step's outputs are what they are.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        [.. Result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason)];

    /// <summary>Why each generated file is what it is.</summary>
    public IReadOnlyList<IncrementalStepRunReason> OutputReasons() =>
        [.. Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs).Select(output => output.Reason)];

    private static GeneratorRun Run(GeneratorDriver driver, CSharpCompilation compilation)
    {
        var ran = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        return new GeneratorRun(ran, compilation, output);
    }

    // Trees that did not change stay the same objects, as in an editor.
    private CSharpCompilation Replaced(CSharpCompilation edited)
    {
        var result = Input;
        foreach (var (before, after) in Input.SyntaxTrees.Zip(edited.SyntaxTrees))
        {
            if (before.ToString() != after.ToString())
                result = result.ReplaceSyntaxTree(before, after);
        }

        return result;
    }

    // With the line itself: a place in a generated file says little without it.
    private static string Describe(Diagnostic diagnostic)
    {
        var line = diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString();
        return $"{diagnostic} {line}";
    }
}
