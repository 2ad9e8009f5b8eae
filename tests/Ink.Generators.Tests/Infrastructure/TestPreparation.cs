using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Ink.Generators.Tests.Infrastructure;

/// <summary>Makes a test of Roslyn's testing library see a <see cref="TestProject"/>.</summary>
internal static class TestPreparation
{
    public static void Prepare(this AnalyzerTest<DefaultVerifier> test, TestProject project)
    {
        // No packages: the references are this machine's own.
        test.ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        test.TestState.OutputKind = project.OutputKind;
        test.TestState.AdditionalReferences.AddRange(project.References);
        foreach (var source in project.Sources)
            test.TestState.Sources.Add(source);
        test.TestState.Sources.Add(("/Usings.cs", project.GlobalUsings));
        if (project is { OutputKind: OutputKind.ConsoleApplication, HasEntryPoint: false })
            test.TestState.Sources.Add(("/EntryPoint.cs", "internal static class EntryPoint { private static void Main() { } }"));

        var properties = project.Properties.Select(property => $"{property.Key} = {property.Value}");
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", string.Join('\n', properties.Prepend("is_global = true"))));
    }
    /// <summary>
    /// What a fix makes of the sources, one by one and all at once in a document, a project and a solution; afterwards nothing may be reported
    /// but what is marked.
    /// </summary>
    public static void FixTo(this CodeFixTest<DefaultVerifier> test, string[] after, string? title = null)
    {
        foreach (var source in after)
            test.FixedState.Sources.Add(source);
        test.FixedState.Sources.AddRange(test.TestState.Sources.Skip(after.Length));
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        if (title is not null)
            test.CodeActionVerifier = (action, verifier) => verifier.Equal(title, action.Title);
    }
}
